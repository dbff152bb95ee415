//! SVG -> PNG.

use std::collections::HashMap;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::fonts::DATABASE;

/// What Facebook, X, LinkedIn and others ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// The word before the mark in the picture.
const KEYWORD: &str = "Dateline";

/// An SVG, read. It can show no file and no other address.
///
/// # Errors
/// Why it is none.
pub fn read(svg: &str) -> Result<Tree, String> {
    let options = Options {
        fontdb: DATABASE.clone(),
        font_family: "Noto Sans".into(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| error.to_string())
}

/// Appends the picture of an SVG, with a mark near its head.
///
/// # Errors
/// Why it is no SVG.
pub fn png(svg: &str, mark: &str, out: &mut Vec<u8>) -> Result<(), String> {
    let tree = read(svg)?;
    #[expect(clippy::cast_precision_loss, reason = "the sides of a card are small")]
    let (width, height) = (WIDTH as f32, HEIGHT as f32);
    let scale = Transform::from_scale(width / tree.size().width(), height / tree.size().height());
    let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok_or("there is no room for it")?;
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    encode(&pixmap, mark, out).map_err(|error| error.to_string())
}

/// Cards have few colours: with a palette they are half as large.
fn encode(pixmap: &Pixmap, mark: &str, out: &mut Vec<u8>) -> Result<(), png::EncodingError> {
    let mut encoder = Encoder::new(out, WIDTH, HEIGHT);
    encoder.add_text_chunk(KEYWORD.into(), mark.into())?;
    encoder.set_depth(BitDepth::Eight);
    let indexed = indexed(pixmap.data());
    let data = match indexed {
        Some((palette, data)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(Filter::NoFilter);
            // Higher levels take longer and gain next to nothing; lower ones a third more bytes.
            encoder.set_deflate_compression(DeflateCompression::Level(3));
            data
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()
}

/// The colours, and for each pixel which of them; `None` if there are more than 256. No pixel is transparent.
fn indexed(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut known: HashMap<[u8; 3], u8> = HashMap::new();
    let mut palette: Vec<u8> = Vec::with_capacity(3 * 256);
    let mut data = Vec::with_capacity(pixels.len() / 4);
    let (mut last, mut last_at) = ([0; 3], None);
    for pixel in pixels.chunks_exact(4) {
        let colour = [pixel[0], pixel[1], pixel[2]];
        let at = match last_at.filter(|_| colour == last) {
            Some(at) => at,
            None => {
                let next = u8::try_from(palette.len() / 3);
                match known.get(&colour) {
                    Some(at) => *at,
                    None => {
                        let next = next.ok()?;
                        known.insert(colour, next);
                        palette.extend(colour);
                        next
                    }
                }
            }
        };
        (last, last_at) = (colour, Some(at));
        data.push(at);
    }
    Some((palette, data))
}
