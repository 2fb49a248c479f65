//! The nodes that were found in a text, as a tree.

/// A node: the rule that found it, the bytes it covers, and where in the list the nodes inside it end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<R> {
    pub(crate) rule: R,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) after: u32,
}

/// What a grammar found in a text: nodes in the order in which they begin, each before those inside it.
#[derive(Debug)]
pub struct Tree<'t, R> {
    text: &'t str,
    nodes: Vec<Node<R>>,
}

impl<'t, R: Copy + Eq> Tree<'t, R> {
    pub(crate) fn new(text: &'t str, nodes: Vec<Node<R>>) -> Self {
        Self { text, nodes }
    }

    /// The outermost nodes.
    #[must_use]
    pub fn pairs(&self) -> Pairs<'_, R> {
        Pairs { text: self.text, nodes: &self.nodes, at: 0, end: self.nodes.len() }
    }

    /// The first of the outermost nodes.
    #[must_use]
    pub fn root(&self) -> Option<Pair<'_, R>> {
        self.pairs().next()
    }
}

/// One node, and those inside it.
#[derive(Debug, Clone)]
pub struct Pair<'t, R> {
    text: &'t str,
    nodes: &'t [Node<R>],
    node: Node<R>,
    at: usize,
}

impl<'t, R: Copy + Eq> Pair<'t, R> {
    /// The rule that found it.
    #[must_use]
    pub fn as_rule(&self) -> R {
        self.node.rule
    }

    /// The first byte.
    #[must_use]
    pub fn start(&self) -> usize {
        self.node.start as usize
    }

    /// The byte behind the last.
    #[must_use]
    pub fn end(&self) -> usize {
        self.node.end as usize
    }

    /// The text it covers.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.start()..self.end()).unwrap_or("")
    }

    /// The nodes directly inside it.
    #[must_use]
    pub fn into_inner(self) -> Pairs<'t, R> {
        Pairs { text: self.text, nodes: self.nodes, at: self.at + 1, end: self.node.after as usize }
    }
}

/// Nodes beside one another.
#[derive(Debug, Clone)]
pub struct Pairs<'t, R> {
    text: &'t str,
    nodes: &'t [Node<R>],
    at: usize,
    end: usize,
}

impl<'t, R: Copy + Eq> Pairs<'t, R> {
    /// The next one, which is still there afterwards.
    #[must_use]
    pub fn peek(&self) -> Option<Pair<'t, R>> {
        let node = *self.nodes.get(self.at).filter(|_| self.at < self.end)?;
        Some(Pair { text: self.text, nodes: self.nodes, node, at: self.at })
    }

    /// All of them with all that is inside them, each before what is inside it.
    pub fn flatten(self) -> impl Iterator<Item = Pair<'t, R>> {
        let Self { text, nodes, at, end } = self;
        (at..end).filter_map(move |at| Some(Pair { text, nodes, node: *nodes.get(at)?, at }))
    }
}

impl<'t, R: Copy + Eq> Iterator for Pairs<'t, R> {
    type Item = Pair<'t, R>;

    fn next(&mut self) -> Option<Self::Item> {
        let pair = self.peek()?;
        self.at = pair.node.after as usize;
        Some(pair)
    }
}
