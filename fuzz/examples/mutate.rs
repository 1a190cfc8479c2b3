//! Runs a target on what it makes of its corpus, for so many minutes: `mutate TARGET MINUTES [SEED]`.
//!
//! It needs nothing but stable Rust, and does not see what the code under test does with its bytes; libFuzzer does.

use std::{
    env, fs,
    io::{self, Write as _},
    panic,
    path::{Path, PathBuf},
    process::{self, ExitCode},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// No input is longer.
const MAX_BYTES: usize = 8 << 10;
/// What takes longer is a finding.
const MAX_SECONDS: u64 = 10;
/// So many changes are made of an input at most.
const MAX_CHANGES: usize = 6;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [name, minutes, rest @ ..] = arguments.as_slice() else { return usage() };
    let (Some(target), Ok(minutes)) = (annalist_fuzz::named(name), minutes.parse::<f64>()) else { return usage() };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |time| time.as_secs());
    let seed = rest.first().and_then(|seed| seed.parse().ok()).unwrap_or(now);
    match run(name, target, Duration::from_secs_f64(minutes * 60.0), seed) {
        Ok(inputs) => {
            println!("{name}: {inputs} inputs from seed {seed}, nothing found");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{name}, seed {seed}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("mutate TARGET MINUTES [SEED], where TARGET is one of {}", annalist_fuzz::names().join(", "));
    ExitCode::from(2)
}

/// Runs a target for so long; how many inputs that were. The input that breaks it stays in `fuzz/findings`, also where
/// the process dies of it.
fn run(name: &str, target: fn(&[u8]), time: Duration, seed: u64) -> io::Result<u64> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = corpus(&fuzz.join("corpus").join(name))?;
    let finding = fuzz.join("findings").join(format!("{name}-{seed}"));
    fs::create_dir_all(fuzz.join("findings"))?;
    let inputs = Arc::new(AtomicU64::new(0));
    watch(Arc::clone(&inputs), finding.clone());
    let (started, mut numbers) = (Instant::now(), Numbers(seed | 1));
    let mut file = fs::File::create(&finding)?;
    let mut seeds = corpus.iter().cloned();
    while started.elapsed() < time {
        // Each as it is, before any is changed.
        let input = seeds.next().unwrap_or_else(|| numbers.input(&corpus));
        rewrite(&mut file, &input)?;
        if panic::catch_unwind(|| target(&input)).is_err() {
            return Err(io::Error::other(format!("broken by {}", finding.display())));
        }
        inputs.fetch_add(1, Ordering::Relaxed);
    }
    fs::remove_file(finding)?;
    Ok(inputs.load(Ordering::Relaxed))
}

fn rewrite(file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
    io::Seek::rewind(file)?;
    file.set_len(0)?;
    file.write_all(bytes)
}

/// Ends the process where one input takes too long.
fn watch(inputs: Arc<AtomicU64>, finding: PathBuf) {
    thread::spawn(move || {
        let mut last = u64::MAX;
        loop {
            let now = inputs.load(Ordering::Relaxed);
            if now == last {
                eprintln!("more than {MAX_SECONDS} s for {}", finding.display());
                process::exit(1);
            }
            last = now;
            thread::sleep(Duration::from_secs(MAX_SECONDS));
        }
    });
}

fn corpus(folder: &Path) -> io::Result<Vec<Vec<u8>>> {
    let files = fs::read_dir(folder)?.map(|file| fs::read(file?.path()));
    let mut corpus = files.collect::<io::Result<Vec<_>>>()?;
    // The system has them in any order, and a seed is to give the same inputs everywhere.
    corpus.sort();
    Ok(corpus)
}

/// Numbers that look random and are the same for a seed (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % limit.max(1)
    }

    /// An input of the corpus, changed.
    fn input(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let of_corpus = |place: usize| corpus.get(place).cloned().unwrap_or_default();
        let mut input = of_corpus(self.below(corpus.len()));
        for _ in 0..=self.below(MAX_CHANGES) {
            let other = of_corpus(self.below(corpus.len()));
            self.change(&mut input, &other);
        }
        input.truncate(MAX_BYTES);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, other: &[u8]) {
        let at = self.below(input.len() + 1);
        let end = (at + self.below(24)).min(input.len());
        match self.below(8) {
            0 => input.truncate(at),
            1 => drop(input.drain(at..end)),
            2 => input.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (self.0 & 7)),
            3 => input.insert(at, [0, 9, 10, 27, 34, 92, 0x7F, 0xFF][self.below(8)]),
            4 => drop(input.splice(at..end, input[at..end].repeat(1 + self.below(200)))),
            5 => {
                // A number is what lengths, dates and places are made of.
                let number = ["0", "-1", "9999", "65536", "99999999999999999999", "1e999", "00"][self.below(7)];
                input.splice(at..end, number.bytes());
            }
            6 => {
                let tokens = tokens(other);
                let token = tokens.get(self.below(tokens.len())).copied().unwrap_or_default();
                input.splice(at..end, token.iter().copied());
            }
            _ => {
                let from = self.below(other.len() + 1);
                let part = &other[from..(from + self.below(200)).min(other.len())];
                input.splice(at..end, part.iter().copied());
            }
        }
    }
}

/// The words of an input and what stands between them.
fn tokens(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.chunk_by(|a, b| a.is_ascii_alphanumeric() == b.is_ascii_alphanumeric()).collect()
}
