//! Numbers that are written in a form of their own: clock times, dates in digits, telephone numbers.

use super::tokens::Shape;

/// How many digits stand at a place; more than 64 are of no use to anybody.
pub fn digits(bytes: &[u8], at: usize) -> usize {
    bytes[at.min(bytes.len())..].iter().take(64).take_while(|b| b.is_ascii_digit()).count()
}

/// How many bytes `T10:30:00.000+02:00` takes after a date.
fn iso_time(bytes: &[u8], at: usize) -> usize {
    let is = |at: usize, byte: u8| bytes.get(at) == Some(&byte);
    let pair = |at: usize| digits(bytes, at) == 2;
    if !(is(at, b'T') && pair(at + 1) && is(at + 3, b':') && pair(at + 4)) {
        return 0;
    }
    let mut end = at + 6;
    if is(end, b':') && pair(end + 1) {
        end += 3;
        let fraction = digits(bytes, end + 1);
        end += if is(end, b'.') && fraction > 0 { fraction + 1 } else { 0 };
    }
    match bytes.get(end) {
        Some(b'Z') => end += 1,
        Some(b'+' | b'-') if pair(end + 1) && is(end + 3, b':') && pair(end + 4) => end += 6,
        _ => {}
    }
    end - at
}

/// How many bytes the rest of a telephone number takes after its first three digits.
fn telephone(bytes: &[u8], next: usize) -> usize {
    let second = digits(bytes, next + 1);
    let third = if second == 3 && bytes.get(next + 4) == Some(&b'-') { digits(bytes, next + 5) } else { 0 };
    match (second, third) {
        (3, 4) => 9,
        // Years from a three-digit one on seldom go further than this.
        (4, _) if as_number(&bytes[next + 1..next + 5]) > 1600.0 => 5,
        _ => 0,
    }
}

/// Clock times and dates in digits.
pub fn shaped(bytes: &[u8], start: usize, width: usize) -> Option<(usize, Shape, f32)> {
    let next = start + width;
    let part = |at: usize, width: usize| as_number(&bytes[at..at + width]);
    match bytes.get(next)? {
        b':' if width <= 2 && digits(bytes, next + 1) == 2 => {
            let (hour, minute) = (part(start, width), part(next + 1, 2));
            let mut end = next + 3;
            let mut value = hour * 3600.0 + minute * 60.0;
            if bytes.get(end) == Some(&b':') && digits(bytes, end + 1) == 2 {
                value += part(end + 1, 2);
                end += 3;
                // Fractions of a second stand in the stamps of wires; no value needs them.
                let fraction = digits(bytes, end + 1);
                end += if bytes.get(end) == Some(&b'.') && fraction > 0 { fraction + 1 } else { 0 };
            }
            (hour <= 24.0 && minute < 60.0).then_some((end, Shape::Clock, value))
        }
        // `555-2013` and `202-555-1998` are called, not counted.
        b'-' if width == 3 && telephone(bytes, next) > 0 => {
            Some((next + telephone(bytes, next), Shape::Mark, 0.0))
        }
        b'-' if width == 4 && digits(bytes, next + 1) == 2 => {
            let end = next + 6;
            let whole = bytes.get(next + 3) == Some(&b'-') && digits(bytes, next + 4) == 2;
            whole.then_some((end + iso_time(bytes, end), Shape::Iso, 0.0))
        }
        b'.' if width <= 2 => {
            let second = digits(bytes, next + 1);
            let year = next + 2 + second;
            let whole = (1..=2).contains(&second)
                && bytes.get(year - 1) == Some(&b'.')
                && digits(bytes, year) == 4
                && !(bytes.get(year + 4) == Some(&b'.') && digits(bytes, year + 5) > 0);
            whole.then_some((year + 4, Shape::Dotted, 0.0))
        }
        b'/' if width <= 2 => {
            let second = digits(bytes, next + 1);
            let year = next + 2 + second;
            let width = digits(bytes, year);
            let whole =
                (1..=2).contains(&second) && bytes.get(year - 1) == Some(&b'/') && (width == 2 || width == 4);
            whole.then_some((year + width, Shape::Slashed, 0.0))
        }
        _ => None,
    }
}

/// The number that ASCII digits write.
pub fn as_number(digits: &[u8]) -> f32 {
    digits.iter().fold(0.0, |value, digit| value * 10.0 + f32::from(digit.wrapping_sub(b'0')))
}
