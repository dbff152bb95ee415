//! Characters that text can hold on a page. No rules on words here.

/// Whether a page and a feed can show the character: no control character but white space, and no
/// noncharacter ([HTML](https://html.spec.whatwg.org/#text), whose rule is narrower than that of XML 1.0).
pub fn is_printable(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || is_noncharacter(c))
}

/// One line, with single spaces, and without characters that no page can show.
pub fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || !is_printable(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_page_can_show_becomes_a_space() {
        assert_eq!(
            one_line(" Talks\u{0}in\u{ffff} Geneva\n\u{1fffe}\u{fdd0}on\u{85}\tMonday "),
            "Talks in Geneva on Monday"
        );
        assert_eq!(one_line("Київ \u{1f54a}\u{fffd}"), "Київ \u{1f54a}\u{fffd}");
    }
}
