//! Sources that are packed, or in another encoding than UTF-8: a thread makes text of them, which is read as it comes.

use std::{
    io::{self, BufRead, BufReader, Cursor, PipeReader, PipeWriter, Read, Write},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::foreign;
use crate::{
    load::SourceFault,
    messages::{LocalizedText, sources, system},
    platform,
};

/// Bytes that are decoded at a time.
const STEP_BYTES: usize = 64 << 10;

/// How a source becomes text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Decoding {
    /// It is packed by gzip, in one member or several.
    Gzip,
    /// It is packed by zstd, in one frame or several.
    Zstd,
    /// It is text in this encoding.
    Text(&'static Encoding),
}

/// The text of a source, as a thread makes it.
#[derive(Debug)]
pub struct DecodedSource {
    pipe: PipeReader,
    /// Why it ends before the source does.
    fault: Arc<Mutex<Option<LocalizedText>>>,
    /// What is to be said of it.
    pub(super) told: Option<SourceFault>,
    is_text: bool,
}

impl Decoding {
    /// What has to be done with a source that begins like this; `None` for text in UTF-8. The second is what is to be said
    /// of it, where it is guessed.
    pub(super) fn of(begin: &[u8], asked: Option<&'static Encoding>) -> Option<(Self, Option<SourceFault>)> {
        match begin {
            [0x1F, 0x8B, 8, ..] => return Some((Self::Gzip, None)),
            [0x28, 0xB5, 0x2F, 0xFD, ..] => return Some((Self::Zstd, None)),
            _ => {}
        }
        if let Some(asked) = asked {
            return (asked != UTF_8).then_some((Self::Text(asked), None));
        }
        match foreign::encoding(begin) {
            Some("UTF-16BE") => return Some((Self::Text(UTF_16BE), None)),
            Some("UTF-16LE") => return Some((Self::Text(UTF_16LE), None)),
            // Its mark says which of the two.
            Some("UTF-16") => return Encoding::for_bom(begin).map(|(marked, _)| (Self::Text(marked), None)),
            Some(_) => return None,
            None => {}
        }
        let guessed = guess(begin)?;
        Some((Self::Text(guessed), Some(SourceFault::GuessedEncoding { encoding: guessed.name() })))
    }

    /// Writes the text of a source.
    fn run(self, source: impl Read, out: &mut PipeWriter) -> io::Result<()> {
        match self {
            Self::Gzip => io::copy(&mut MultiGzDecoder::new(source), out).map(drop),
            Self::Zstd => {
                let mut source = BufReader::with_capacity(STEP_BYTES, source);
                while !source.fill_buf()?.is_empty() {
                    let mut frame = StreamingDecoder::new(&mut source).map_err(io::Error::other)?;
                    io::copy(&mut frame, out)?;
                }
                Ok(())
            }
            Self::Text(encoding) => transcode(encoding, source, out),
        }
    }
}

/// The encoding of a text that is none in UTF-8; `None` where it may be UTF-8 with something wrong in it, or no text.
fn guess(begin: &[u8]) -> Option<&'static Encoding> {
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x1B);
    // Most is UTF-8, which is soon seen.
    if str::from_utf8(begin).is_ok() || begin.iter().any(is_control) {
        return None;
    }
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in begin.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    // The end may be cut off within a character.
    if broken <= whole || broken < 2 && begin.last().is_some_and(|last| *last >= 0x80) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(begin, true);
    Some(detector.guess(None, Utf8Detection::Deny))
}

fn transcode(encoding: &'static Encoding, mut source: impl Read, mut out: impl Write) -> io::Result<()> {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let (mut bytes, mut text) = (vec![0; STEP_BYTES], String::with_capacity(STEP_BYTES * 3));
    loop {
        let read = source.read(&mut bytes)?;
        let mut rest = bytes.get(..read).unwrap_or_default();
        loop {
            let (result, used, _) = decoder.decode_to_string(rest, &mut text, read == 0);
            rest = rest.get(used..).unwrap_or_default();
            out.write_all(text.as_bytes())?;
            text.clear();
            if result == CoderResult::InputEmpty {
                break;
            }
        }
        if read == 0 {
            return Ok(());
        }
    }
}

impl DecodedSource {
    /// The text of a source of which the beginning has been read.
    pub(super) fn new(
        begin: Vec<u8>,
        source: impl Read + Send + 'static,
        (decoding, told): (Decoding, Option<SourceFault>),
    ) -> io::Result<Self> {
        let is_text = matches!(decoding, Decoding::Text(_));
        let (pipe, mut writer) = io::pipe()?;
        let fault = Arc::new(Mutex::new(None));
        let said = Arc::clone(&fault);
        thread::Builder::new().name("decoder".to_owned()).spawn(move || {
            let result = decoding.run(Cursor::new(begin).chain(source), &mut writer);
            // Nobody reads on once the program ends.
            if let Err(error) = result.or_else(|error| match error.kind() {
                io::ErrorKind::BrokenPipe => Ok(()),
                _ => Err(error),
            }) {
                *said.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some(LocalizedText::new(|locale| sources::not_unpacked(locale, &system::error(locale, &error))));
            }
            // Whoever reads to the end finds what is said by then.
            drop(writer);
        })?;
        Ok(Self { pipe, fault, told, is_text })
    }

    /// Whether it is text, and not what was packed.
    pub(super) const fn is_text(&self) -> bool {
        self.is_text
    }

    /// Whether nothing comes within this time.
    pub(super) fn is_idle_for(&self, time: Duration) -> bool {
        platform::is_idle_for(&self.pipe, time)
    }
}

impl Read for DecodedSource {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.pipe.read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner).take();
            return fault.map_or(Ok(0), |fault| Err(io::Error::new(io::ErrorKind::InvalidData, fault)));
        }
        Ok(read)
    }
}
