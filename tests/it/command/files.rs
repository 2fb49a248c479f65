//! The door to the disk: what belongs to a matter, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read")]

use std::fs;
use std::path::PathBuf;

use ordain::disk::Disk;
use ordain_core::session::files::{Files, FilesError, LIMIT, Memory, Text};

fn folder(name: &str) -> (PathBuf, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let shown = folder.to_str().unwrap().to_owned();
    (folder, shown)
}

fn names(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|t| t.path.rsplit('/').next().unwrap()).collect()
}

#[test]
fn a_matter_is_its_files_by_name_and_no_others() {
    let (here, shown) = folder("matter");
    let all = ["b.order", "a.facts", "c.calendar", "B.Order", ".hidden.order", "x.order~", "notes.md", ".order"];
    for name in all {
        fs::write(here.join(name), name).unwrap();
    }
    fs::create_dir(here.join("inner")).unwrap();
    fs::write(here.join("inner/d.order"), "").unwrap();
    fs::create_dir(here.join("record")).unwrap();
    fs::write(here.join("record/e.FACTS"), "").unwrap();
    let texts = Disk.matter(&shown).unwrap();
    assert_eq!(names(&texts), ["B.Order", "a.facts", "b.order", "c.calendar"]);
    let beside: Vec<String> = Disk.beside(&shown, &texts).unwrap().into_iter().map(|d| d.message).collect();
    let named = |name: &str| beside.iter().any(|m| m.starts_with(&format!("`{shown}/{name}` ")));
    for name in [".hidden.order", "x.order~", ".order", "inner", "record"] {
        assert!(named(name), "{name}: {beside:?}");
    }
    assert_eq!(beside.len(), 5, "{beside:?}");
    assert_eq!(texts[1].bytes, b"a.facts");
    assert_eq!(texts[1].path, format!("{shown}/a.facts"));
    assert_eq!(Disk.matter(&format!("{shown}//")).unwrap(), texts, "a last `/` changes nothing");
    assert_eq!(names(&Disk.matter(&format!("{shown}/a.facts")).unwrap()), ["a.facts"]);
    assert_eq!(Disk.matters(&shown).unwrap(), [shown]);
}

/// What has the ending of a matter's file and is none is refused: a matter without it is another matter.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_passed_over() {
    let (here, shown) = folder("special");
    fs::write(here.join("a.order"), "").unwrap();
    fs::create_dir(here.join("b.facts")).unwrap();
    let error = Disk.matter(&shown).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("`{shown}/b.facts` is a folder, not a file: rename it, or put a file in its place")
    );
    fs::remove_dir(here.join("b.facts")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(here.join("c.facts")).status().unwrap().success());
    let error = Disk.matter(&shown).unwrap_err();
    assert!(error.to_string().starts_with(&format!("`{shown}/c.facts` is a pipe, not a file")), "{error}");
    fs::remove_file(here.join("c.facts")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", here.join("d.facts")).unwrap();
    assert!(Disk.matter(&shown).is_err());
    assert!(matches!(Disk.single("/dev/zero"), Err(FilesError::NoFile { what: "a device", .. })));
}

/// Deep folders are searched, and links are not followed: neither out of the folder nor round in it.
#[cfg(unix)]
#[test]
fn a_search_follows_no_links() {
    use std::os::unix::fs::symlink;
    let (here, shown) = folder("search");
    fs::create_dir_all(here.join("all/a/b/c/d/e/f")).unwrap();
    fs::create_dir_all(here.join("outside")).unwrap();
    for place in ["all/a/b/c/d/e/f", "outside"] {
        fs::write(here.join(place).join("x.order"), "").unwrap();
    }
    (0..12).for_each(|n| symlink(".", here.join(format!("all/round{n}"))).unwrap());
    symlink("../outside", here.join("all/out")).unwrap();
    let found = Disk.search(&format!("{shown}/all")).unwrap();
    assert_eq!(found.matters, [format!("{shown}/all/a/b/c/d/e/f")]);
    let notes: Vec<String> = found.notes.into_iter().map(|d| d.message).collect();
    assert_eq!(notes, [format!("`{shown}/all/out` is a link that leads out of the folder, so it is not searched")]);
}

#[test]
fn a_folder_of_matters_names_each() {
    let (here, shown) = folder("matters");
    for matter in ["two", "one", ".git"] {
        fs::create_dir(here.join(matter)).unwrap();
        fs::write(here.join(matter).join("a.order"), "").unwrap();
    }
    fs::create_dir(here.join("none")).unwrap();
    assert_eq!(Disk.matters(&shown).unwrap(), [format!("{shown}/one"), format!("{shown}/two")]);
    assert!(matches!(Disk.matters(&format!("{shown}/none")), Err(FilesError::NoOrder { .. })));
    assert!(matches!(Disk.matters(&format!("{shown}/nowhere")), Err(FilesError::Missing(_))));
}

#[cfg(unix)]
#[test]
fn links_may_not_lead_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let (here, shown) = folder("links");
    fs::create_dir(here.join("m")).unwrap();
    fs::write(here.join("m/a.order"), "inside").unwrap();
    fs::write(here.join("secret"), "outside").unwrap();
    symlink(here.join("m/a.order"), here.join("m/b.order")).unwrap();
    assert_eq!(names(&Disk.matter(&format!("{shown}/m")).unwrap()), ["a.order", "b.order"]);
    symlink(here.join("secret"), here.join("m/c.facts")).unwrap();
    let refused = Disk.matter(&format!("{shown}/m")).unwrap_err();
    assert_eq!(refused, FilesError::Outside(format!("{shown}/m/c.facts")));
    fs::remove_file(here.join("m/c.facts")).unwrap();
    symlink(here.join("gone"), here.join("m/d.facts")).unwrap();
    assert_eq!(Disk.matter(&format!("{shown}/m")), Err(FilesError::Missing(format!("{shown}/m/d.facts"))));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let (here, shown) = folder("locked");
    fs::write(here.join("a.order"), "").unwrap();
    fs::set_permissions(here.join("a.order"), fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser reads everything.
    if fs::read(here.join("a.order")).is_err() {
        let error = Disk.matter(&shown).unwrap_err();
        assert_eq!(error.to_string(), format!("`{shown}/a.order` cannot be read: permission denied"));
    }
}

#[test]
fn very_long_files_are_refused() {
    let (here, shown) = folder("long");
    let file = fs::File::create(here.join("a.order")).unwrap();
    file.set_len(LIMIT).unwrap();
    assert!(Disk.matter(&shown).is_ok());
    file.set_len(LIMIT + 1).unwrap();
    let error = Disk.matter(&shown).unwrap_err();
    assert_eq!(error.to_string(), format!("`{shown}/a.order` is 65 MiB long: files of more than 64 MiB are refused"));
}

#[test]
fn memory_answers_as_the_disk_does() {
    let files = Memory::default()
        .with("all/m/b.order", "b")
        .with("all/m/a.facts", "a")
        .with("all/m/notes.md", "n")
        .with("all/n/c.order", "c")
        .with("facts/only.facts", "f");
    assert_eq!(names(&files.matter("all/m").unwrap()), ["a.facts", "b.order"]);
    assert_eq!(files.matters("all").unwrap(), ["all/m", "all/n"]);
    assert_eq!(files.matters("all/m/").unwrap(), ["all/m"]);
    assert_eq!(files.matter("nowhere"), Err(FilesError::Missing("nowhere".into())));
    let error = files.matter("facts").unwrap_err();
    assert_eq!(error.to_string(), "`facts` has no `.order` file, only `.facts`: a record needs the order it is about");
}

#[test]
fn what_is_not_utf_8_says_where_and_what_it_seems_to_be() {
    let text = |bytes: &[u8]| Text { path: "a.order".into(), bytes: bytes.to_vec() };
    assert_eq!(text("¶ 1".as_bytes()).decode(), Ok("¶ 1"));
    let old = text(b"matter\nparty \x93Doe\x94\n").decode().unwrap_err();
    assert_eq!((old.line, old.offset), (2, 13));
    assert!(old.hint.contains("Windows-1252"));
    assert!(text(b"\xFF\xFEm\0").decode().unwrap_err().hint.contains("UTF-16"));
    assert!(text(b"PK\x03\x04\x9c").decode().unwrap_err().hint.contains("word processor"));
    assert!(text(b"%PDF-1.7\n\xE2").decode().unwrap_err().hint.contains("PDF"));
}
