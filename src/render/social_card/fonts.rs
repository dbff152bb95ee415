//! The fonts of social cards: Noto Serif and Noto Sans for Latin, Greek and
//! Cyrillic, Noto Naskh Arabic for Arabic. They are part of the program, so that
//! a card looks the same wherever it is painted. Their licence lies beside them.

use std::sync::{Arc, LazyLock};

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

const FILES: [&[u8]; 4] = [
    include_bytes!("fonts/NotoSerif-Bold.ttf"),
    include_bytes!("fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoNaskhArabic-Regular.ttf"),
];

/// All of them, for painting.
pub static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for file in FILES {
        database.load_font_data(file.to_vec());
    }
    Arc::new(database)
});

/// Noto Serif Bold and what stands in for it: for headlines.
pub static BOLD: LazyLock<Vec<FontRef<'static>>> = LazyLock::new(|| read(&FILES[..2]));
/// Noto Sans and what stands in for it: for all the rest.
pub static REGULAR: LazyLock<Vec<FontRef<'static>>> = LazyLock::new(|| read(&FILES[2..]));

fn read(files: &[&'static [u8]]) -> Vec<FontRef<'static>> {
    files.iter().filter_map(|file| FontRef::new(file).ok()).collect()
}

/// The width of a text in pixels, its letters side by side: at least what it takes when they are joined or kerned.
pub fn width(text: &str, fonts: &[FontRef<'static>], size: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "sizes of type are small")]
    let size = Size::new(size as f32);
    let widths = text.chars().map(|c| {
        let found = fonts.iter().find_map(|font| Some((font, font.charmap().map(c)?)));
        found.and_then(|(font, glyph)| font.glyph_metrics(size, LocationRef::default()).advance_width(glyph))
    });
    widths.flatten().sum()
}

/// A text without signs that no font has: pictures, and marks without a sound. `None` if a letter, a number or a sign of
/// mathematics or money is among them, for then it would say something else.
pub fn writable(text: &str) -> Option<String> {
    let has = |c: char| BOLD.iter().any(|font| font.charmap().map(c).is_some());
    if text.chars().all(has) {
        return Some(text.to_owned());
    }
    // The fonts have no minus; in times and numbers a hyphen stands for it.
    let text = text.replace('\u{2212}', "-");
    let classes = CodePointMapData::<GeneralCategory>::new();
    let says = |c: char| {
        c.is_alphanumeric()
            || matches!(classes.get(c), GeneralCategory::MathSymbol | GeneralCategory::CurrencySymbol)
    };
    let is_lost = text.chars().any(|c| says(c) && !has(c));
    (!is_lost).then(|| text.chars().filter(|c| has(*c)).collect())
}
