//! Numbers in the digits of a language, and grouped as it groups them.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;

/// The digits of a language.
#[derive(Debug)]
pub struct Numbers {
    digits: [String; 10],
    /// Whether they are `0` to `9`.
    is_latin: bool,
    formatter: Option<DecimalFormatter>,
}

impl Numbers {
    /// As ICU writes numbers in a language.
    pub fn new(locale: &Locale) -> Self {
        let formatter = DecimalFormatter::try_new(
            locale.into(),
            icu_decimal::options::DecimalFormatterOptions::default(),
        );
        let formatter = formatter.ok();
        let written = |digit: usize| {
            formatter
                .as_ref()
                .map_or_else(|| digit.to_string(), |by| by.format(&Decimal::from(digit)).to_string())
        };
        let digits: [String; 10] = std::array::from_fn(written);
        let is_latin = digits.iter().enumerate().all(|(digit, text)| *text == digit.to_string());
        Self { digits, is_latin, formatter }
    }

    /// A count: `12,345`.
    pub fn count(&self, count: u64) -> String {
        match &self.formatter {
            Some(formatter) if count >= 1000 => formatter.format(&Decimal::from(count)).to_string(),
            _ => self.figures(count),
        }
    }

    /// A number that is no count, as of a year: `2025`.
    pub fn figures(&self, number: impl ToString) -> String {
        let text = number.to_string();
        if self.is_latin { text } else { self.localised(&text) }
    }

    /// Zero.
    pub fn zero(&self) -> &str {
        &self.digits[0]
    }

    /// The text with its digits `0` to `9` written as the language writes them.
    fn localised(&self, text: &str) -> String {
        let mut written = String::with_capacity(text.len() * 2);
        for c in text.chars() {
            match c.to_digit(10).and_then(|digit| self.digits.get(digit as usize)) {
                Some(digit) => written.push_str(digit),
                None => written.push(c),
            }
        }
        written
    }
}
