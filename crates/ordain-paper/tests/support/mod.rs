//! Writes plain PDFs, byte by byte, for fixtures and tests: no date and no chance is in them.

/// A PDF whose pages have the lines of the text: form feeds end the pages.
#[must_use]
pub fn pdf_of(text: &str) -> Vec<u8> {
    let pages: Vec<&str> = text.strip_suffix('\u{C}').unwrap_or(text).split('\u{C}').collect();
    let mut file = Writer::default();
    let (catalog, tree, font) = (file.reserve(), file.reserve(), file.reserve());
    let mut kids = Vec::new();
    for page in pages {
        let content = file.add_stream("", &content(page));
        kids.push(file.add(&format!(
            "<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R \
             /Resources << /Font << /F1 {font} 0 R >> >> >>"
        )));
    }
    let all: Vec<String> = kids.iter().map(|k| format!("{k} 0 R")).collect();
    file.set(catalog, &format!("<< /Type /Catalog /Pages {tree} 0 R >>"));
    file.set(tree, &format!("<< /Type /Pages /Count {} /Kids [{}] >>", kids.len(), all.join(" ")));
    file.set(font, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
    file.finish(catalog)
}

/// The operators that write the lines of a page from its top.
fn content(page: &str) -> Vec<u8> {
    let mut out = b"BT\n/F1 12 Tf\n14.4 TL\n72 734.4 Td\n".to_vec();
    for line in page.trim_end_matches('\n').split('\n') {
        let words = line.trim_start();
        let indent = (line.len() - words.len()) * 5;
        out.extend(format!("{indent} 0 Td\n(").bytes());
        for letter in words.chars() {
            let byte = win_ansi(letter);
            if matches!(byte, b'(' | b')' | b'\\') {
                out.push(b'\\');
            }
            out.push(byte);
        }
        out.extend(format!(") Tj\n-{indent} 0 Td\nT*\n").bytes());
    }
    out.extend(b"ET\n");
    out
}

fn win_ansi(letter: char) -> u8 {
    const HIGH: [(char, u8); 9] = [
        ('…', 0x85),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('™', 0x99),
    ];
    let high = HIGH.iter().find(|(c, _)| *c == letter).map(|(_, b)| *b);
    high.or_else(|| u8::try_from(u32::from(letter)).ok()).unwrap_or(b'?')
}

/// The objects of a file, and their places.
#[derive(Debug, Default)]
pub struct Writer {
    objects: Vec<Vec<u8>>,
}

impl Writer {
    /// A number for an object that is written later.
    pub fn reserve(&mut self) -> usize {
        self.objects.push(Vec::new());
        self.objects.len()
    }

    /// Writes an object whose number was reserved.
    pub fn set(&mut self, number: usize, object: &str) {
        self.objects[number - 1] = object.as_bytes().to_vec();
    }

    /// Writes an object, and gives its number.
    pub fn add(&mut self, object: &str) -> usize {
        self.objects.push(object.as_bytes().to_vec());
        self.objects.len()
    }

    /// Writes a stream with more entries in its dictionary, and gives its number.
    pub fn add_stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut object = format!("<< /Length {}{entries} >>\nstream\n", data.len()).into_bytes();
        object.extend(data);
        object.extend(b"\nendstream");
        self.objects.push(object);
        self.objects.len()
    }

    /// The whole file, with its table and trailer.
    #[must_use]
    pub fn finish(self, catalog: usize) -> Vec<u8> {
        self.finish_with(&format!("/Root {catalog} 0 R"))
    }

    /// The whole file, with these entries in its trailer.
    #[must_use]
    pub fn finish_with(self, trailer: &str) -> Vec<u8> {
        let mut out = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut places = Vec::new();
        for (i, object) in self.objects.iter().enumerate() {
            places.push(out.len());
            out.extend(format!("{} 0 obj\n", i + 1).bytes());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let table = out.len();
        out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        places.iter().for_each(|p| out.extend(format!("{p:010} 00000 n \n").bytes()));
        out.extend(format!("trailer\n<< /Size {} {trailer} >>\n", places.len() + 1).bytes());
        out.extend(format!("startxref\n{table}\n%%EOF\n").bytes());
        out
    }
}
