//! Puts changes of the source behind switches, so that one build holds all of
//! them: `ORDAIN_MUTANT=17` runs the program with change 17.
//!
//!     mutants TREE COUNT DROPPED FOLDER…
//!
//! `TREE` is a copy of the project, whose files are rewritten. `COUNT` changes
//! are drawn evenly from the folders. `DROPPED` is a file with the numbers of
//! changes that do not compile, one a line. The list of changes is printed, one
//! a line: number, file and line, what is changed.

mod changes;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use syn::visit_mut::VisitMut;

use changes::Rewriter;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [tree, count, dropped, folders @ ..] = arguments.as_slice() else {
        return Err("mutants TREE COUNT DROPPED FOLDER…".into());
    };
    let tree = Path::new(tree);
    let count: usize = count.parse()?;
    let dropped: BTreeSet<usize> = fs::read_to_string(dropped)?.lines().filter_map(|l| l.trim().parse().ok()).collect();

    let each = count / folders.len();
    let mut first = 0;
    for folder in folders {
        let files = rust_files(&tree.join(folder))?;
        let mut all = Rewriter::counting();
        let mut starts = Vec::new();
        for file in &files {
            starts.push(all.next);
            all.visit_file_mut(&mut syn::parse_file(&fs::read_to_string(file)?)?);
        }
        // Evenly: every k-th of all the changes that this folder has.
        let chosen: Vec<usize> = (0..each.min(all.next)).map(|i| i * all.next / each.min(all.next)).collect();
        for (file, start) in files.iter().zip(starts) {
            let mut source = syn::parse_file(&fs::read_to_string(file)?)?;
            let numbers = chosen.iter().enumerate().map(|(i, c)| (*c, first + i)).filter(|(_, n)| !dropped.contains(n));
            let mut rewriter = Rewriter::applying(start, numbers.collect());
            rewriter.visit_file_mut(&mut source);
            if !rewriter.made.is_empty() {
                fs::write(file, prettyplease::unparse(&source))?;
            }
            for made in rewriter.made {
                let shown = file.strip_prefix(tree)?.display();
                println!("{}\t{shown}:{}\t{}", made.number, made.line, made.what);
            }
        }
        first += chosen.len();
    }
    Ok(())
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") && !path.ends_with("test.rs") {
            found.push(path);
        }
    }
    Ok(found)
}
