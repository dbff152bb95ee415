//! Which of several values is shown: the most frequent, else the most precise,
//! else that of the earliest article. (The overlay's comes before all three.)

use crate::model::difference::Rule;
use crate::model::event::AccountRef;

/// A value with the accounts that give it.
pub type Support<T> = (T, Vec<AccountRef>);

/// Groups values; accounts come earliest first, and so do the groups.
pub fn tally<T: PartialEq + Clone>(given: impl Iterator<Item = (T, AccountRef)>) -> Vec<Support<T>> {
    let mut groups: Vec<Support<T>> = Vec::new();
    for (value, account) in given {
        match groups.iter_mut().find(|group| group.0 == value) {
            Some(group) => group.1.push(account),
            None => groups.push((value, vec![account])),
        }
    }
    groups
}

/// The index of the value that is shown, and the rule that chose it.
/// `precision` orders values, the more precise the smaller; equal where that means nothing.
pub fn choose<T, P: Ord>(groups: &[Support<T>], precision: impl Fn(&T) -> P) -> Option<(usize, Rule)> {
    let most = groups.iter().map(|group| group.1.len()).max()?;
    let frequent: Vec<usize> = (0..groups.len()).filter(|at| groups[*at].1.len() == most).collect();
    if let [only] = frequent.as_slice() {
        return Some((*only, Rule::MostFrequent));
    }
    let finest = frequent.iter().map(|at| precision(&groups[*at].0)).min()?;
    let precise: Vec<usize> = frequent.into_iter().filter(|at| precision(&groups[*at].0) == finest).collect();
    match precise.as_slice() {
        [only] => Some((*only, Rule::MostPrecise)),
        [earliest, ..] => Some((*earliest, Rule::EarliestArticle)),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(counts: &[(&'static str, usize)]) -> Vec<Support<&'static str>> {
        let account = AccountRef { article: 0, account: 0 };
        counts.iter().map(|(value, count)| (*value, vec![account; *count])).collect()
    }

    #[test]
    fn frequency_then_precision_then_the_earliest() {
        let precision = |value: &&str| std::cmp::Reverse(value.len());
        for (counts, expected) in [
            (vec![("a", 1), ("bb", 2)], Some((1, Rule::MostFrequent))),
            (vec![("a", 1), ("bb", 1)], Some((1, Rule::MostPrecise))),
            (vec![("aa", 1), ("bb", 1)], Some((0, Rule::EarliestArticle))),
            (vec![("a", 2), ("bb", 2), ("ccc", 1)], Some((1, Rule::MostPrecise))),
            (vec![], None),
        ] {
            assert_eq!(choose(&groups(&counts), precision), expected);
        }
    }
}
