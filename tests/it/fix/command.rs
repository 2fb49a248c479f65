//! `ordain check --fix` as a command: what it shows, and what it writes.

use super::*;

/// A folder with one order in it.
fn folder(name: &str, order: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("matter.order"), order).expect("a file");
    folder
}

fn ordain(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ordain"))
        .args(args)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .expect("the binary runs")
}

#[test]
fn the_command_shows_the_difference_and_then_writes_it() {
    let before = format!("{HEAD}¶ 1  Defendants shall file answer by December 1, 2023\n");
    let folder = folder("fix-writes", &before);
    let file = folder.join("matter.order");
    let shown = ordain(&["check", ".", "--fix", "--diff"], &folder);
    assert_eq!(shown.status.code(), Some(1));
    let text = String::from_utf8(shown.stdout).expect("text");
    assert!(
        text.starts_with("--- matter.order\n+++ matter.order (fixed)\n@@ -3,4 +3,4 @@\n party Plaintiffs\n"),
        "{text}"
    );
    assert!(
        text.contains("\n-¶ 1  Defendants shall file answer by December 1, 2023\n+¶ 1  Defendants must file"),
        "{text}"
    );
    assert_eq!(fs::read_to_string(&file).expect("a file"), before, "nothing is written");

    let fixed = ordain(&["check", ".", "--fix", "--as-of", "2023-11-30"], &folder);
    let said = String::from_utf8(fixed.stderr).expect("text");
    assert_eq!(said, "fixed: 1 place in 1 file (1 of S0201)\n");
    assert_eq!(fixed.status.code(), Some(0));
    let after = fs::read_to_string(&file).expect("a file");
    assert_eq!(after, before.replace("shall", "must"));
    let names: Vec<_> = fs::read_dir(&folder).expect("the folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(names, ["matter.order"], "nothing is left behind");

    let again = ordain(&["check", ".", "--fix", "--diff"], &folder);
    assert_eq!(again.status.code(), Some(0));
    assert!(again.stdout.is_empty());
}

#[test]
fn nothing_outside_the_matter_is_written() {
    let before = format!("{HEAD}¶ 1  Defendants shall file answer by December 1, 2023\n");
    let stdin = ordain(&["check", "-", "--fix"], &folder("fix-stdin", &before));
    assert_eq!(stdin.status.code(), Some(2));
    #[cfg(unix)]
    {
        let folder = folder("fix-link", HEAD);
        let outside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fix-outside.order");
        fs::write(&outside, &before).expect("a file");
        std::os::unix::fs::symlink(&outside, folder.join("link.order")).expect("a link");
        for args in [["check", ".", "--fix"], ["check", "link.order", "--fix"]] {
            assert_eq!(ordain(&args, &folder).status.code(), Some(2), "{args:?}");
        }
        assert_eq!(fs::read_to_string(&outside).expect("the file"), before);
    }
}

#[test]
fn permissions_are_kept() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder("fix-mode", &format!("{HEAD}¶ 1  Defendants shall file answer by December 1, 2023\n"));
        let file = folder.join("matter.order");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
        ordain(&["check", ".", "--fix"], &folder);
        assert!(fs::read_to_string(&file).expect("a file").contains("must file"));
        assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o640);
    }
}
