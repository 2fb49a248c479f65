//! Opticon and LFP.

use super::support::*;

#[test]
fn opticon_with_what_vendors_leave_out() {
    let text = "S_01_REV,VOL01,.\\IMG\\S_01_REV.tif,Y,,,5\r\nS_02_REV,VOL01,.\\IMG\\S_02_REV.tif,,,,\r\nS_03_REV,VOL01,.\\IMG\\S_03_REV.tif\r\n";
    let read = read("a.opt", text);
    assert_eq!(read.column("key"), ["S_01_REV", "S_02_REV", "S_03_REV"]);
    assert_eq!(read.column("document break"), ["Y", "", ""]);
    assert_eq!(read.column("pages"), ["5", "", ""]);
    assert!(read.troubles.is_empty());
}

#[test]
fn opticon_of_five_values_and_of_seven() {
    let text = "A,V,A.tif,Y,5\r\nB,V,B.tif,,\r\nC,V,C.tif,Y,,,2\r\n";
    let read = read("a.opt", text);
    assert_eq!(read.column("pages"), ["5", "", "2"]);
    assert_eq!(read.column("folder break"), ["", "", ""]);
    assert!(read.troubles.is_empty());
}

#[test]
fn opticon_faults_are_told_apart() {
    let text = "A,V,.\\Smith, Roe\\A.tif,Y,,,1\nB,V,B.tif,Y,5,Y,\nC,V,C.tif,Y,,,x\n,V,D.tif,Y,,,1\nE,V,,Y,,,1\nF,V,F.tif,Y,,,1\n";
    let read = read("a.opt", text);
    assert_eq!(read.column("key"), ["F"]);
    let faults = read.faults();
    assert!(faults[0].contains("a comma in a path breaks the row"), "{faults:?}");
    assert!(faults[1].contains("the number of pages belongs in the seventh place"), "{faults:?}");
    assert!(faults[2].contains("the number of pages is no number"), "{faults:?}");
    assert!(faults[3].contains("no image key"), "{faults:?}");
    assert!(faults[4].contains("no path"), "{faults:?}");
}

#[test]
fn lfp_images_and_other_commands() {
    let text = "VN,VOL001\r\nIM,A-1,D,0,@VOL001;IMAGES\\01;A-1.tif;2\r\nIM,A-2,,0,@VOL001;IMAGES;01;A-2.tif;2,90\r\nOF,A-1,@VOL001;TEXT\\01;A-1.txt\r\nIM,A-3,X,0,@V;D;F;2\r\nIM,A-4,D,0,V;D;F;2\r\nnothing\r\n";
    let read = read("a.lfp", text);
    assert_eq!(read.column("key"), ["A-1", "A-2"]);
    assert_eq!(read.column("folder"), ["IMAGES\\01", "IMAGES;01"]);
    assert_eq!(read.column("rotation"), ["", "90"]);
    assert_eq!(
        read.faults(),
        [
            "3 5: the boundary is none of D, C, S, F, B",
            "4 6: the volume of the file does not begin with `@`",
            "5 7: it is no command: those are two letters and a comma"
        ]
    );
}
