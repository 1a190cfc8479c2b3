//! The sources of the program as `syn` parses them: what each module names, and what it defines. Tests are left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Field, ImplItemFn, Item, ItemFn, ItemImpl, ItemMacro, ItemMod, ItemUse, Macro, Meta, Type, UseTree,
    Variant,
    spanned::Spanned,
    visit::{self, Visit},
};

/// What is made of `events.toml` is data, and no logic.
const GENERATED: &str = "built_in/data.rs";

/// A path in a program, from the root of the crate once it is resolved.
pub(crate) type Names = Vec<String>;

/// A path that a module names, with the line on which it does.
pub(crate) struct Mention {
    pub(crate) path: Names,
    pub(crate) line: usize,
    pub(crate) by: By,
}

/// What names a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum By {
    Import,
    /// The definition of a type.
    Type,
    /// An `impl` of this type's own.
    Impl(Names),
    Other,
}

/// A definition, with the line on which it stands.
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) line: usize,
}

/// A function, as it is measured.
pub(crate) struct Function {
    /// Its name, behind that of the type that it belongs to.
    pub(crate) name: String,
    pub(crate) lines: usize,
    /// Its parameters besides `self`.
    pub(crate) parameters: usize,
}

/// A module of the program, inline modules too.
#[derive(Default)]
pub(crate) struct Module {
    pub(crate) file: String,
    pub(crate) mentions: Vec<Mention>,
    /// Types, traits and aliases.
    pub(crate) types: Vec<Definition>,
    /// All that is defined at the level of the module, by its name.
    pub(crate) items: Vec<String>,
    /// Variants of enums, and fields.
    pub(crate) parts: Vec<String>,
    pub(crate) functions: Vec<Function>,
    /// What names that are brought into scope stand for.
    pub(crate) imports: BTreeMap<String, Names>,
    pub(crate) globs: Vec<Names>,
}

/// All modules of a program by their paths.
pub(crate) struct Program {
    pub(crate) modules: BTreeMap<Names, Module>,
    /// Lines of logic by file: those of tests are not counted.
    pub(crate) lines: BTreeMap<String, usize>,
}

impl Program {
    /// The program whose tests these are.
    pub(crate) fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut folders = vec![root.clone()];
        let mut files = BTreeMap::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                    files.insert(name, fs::read_to_string(&path).unwrap());
                }
            }
        }
        assert!(files.len() > 50, "only {} files were found", files.len());
        Self::parse(files.iter().map(|(file, text)| (file.as_str(), text.as_str())))
    }

    /// A program of these files, each by its path below `src`.
    pub(crate) fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut program = Self { modules: BTreeMap::new(), lines: BTreeMap::new() };
        for (file, text) in files.into_iter().filter(|(file, _)| *file != GENERATED) {
            let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            let of_tests: usize = parsed.items.iter().filter(|item| is_test(attributes(item))).map(lines_of).sum();
            program.lines.insert(file.to_owned(), text.lines().count() - of_tests);
            let module = Module { file: file.to_owned(), ..Module::default() };
            let mut reader = Reader { program: &mut program, path: path_of(file), module, owner: None, by: By::Other };
            reader.visit_file(&parsed);
            let Reader { path, module, .. } = reader;
            program.modules.insert(path, module);
        }
        program
    }

    /// Every name that the program defines: types, functions, constants, variants, fields and modules.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        let defined = self.modules.values().flat_map(|module| {
            let functions = module.functions.iter().filter_map(|it| it.name.rsplit("::").next());
            module.items.iter().chain(&module.parts).map(String::as_str).chain(functions)
        });
        defined.chain(self.modules.keys().filter_map(|path| path.last()).map(String::as_str)).collect()
    }

    /// The file that defines what a path means when a module names it; `None` for what is no part of the program.
    pub(crate) fn home(&self, module: &[String], path: &[String]) -> Option<&str> {
        let defined = self.definition(module, path, 0)?;
        Some(&self.modules.get(&defined)?.file)
    }

    /// The module that defines what a path means: the path itself if it is one.
    fn definition(&self, module: &[String], path: &[String], depth: usize) -> Option<Names> {
        let (first, rest) = path.split_first()?;
        // Imports that go in a circle lead nowhere.
        if depth > 20 {
            return None;
        }
        match first.as_str() {
            "crate" | "annalist" => self.below(Vec::new(), rest, depth),
            "self" => self.below(module.to_vec(), rest, depth),
            "super" => {
                let (_, parent) = module.split_last()?;
                let rest: Names = ["self".to_owned()].into_iter().chain(rest.iter().cloned()).collect();
                let rest = if rest.get(1).is_some_and(|next| next == "super") { &rest[1..] } else { &rest[..] };
                self.definition(parent, rest, depth)
            }
            name if self.is_known(module, name) => self.below(module.to_vec(), path, depth),
            _ => None,
        }
    }

    fn is_known(&self, module: &[String], name: &str) -> bool {
        let child: Names = module.iter().cloned().chain([name.to_owned()]).collect();
        let imports = self.modules.get(module).is_some_and(|module| module.imports.contains_key(name));
        imports || self.modules.contains_key(&child)
    }

    /// Follows a path from a module downwards, through what the modules on its way export.
    fn below(&self, mut module: Names, path: &[String], depth: usize) -> Option<Names> {
        let mut path = path.to_vec();
        while !path.is_empty() {
            let name = path.remove(0);
            let child: Names = module.iter().cloned().chain([name.clone()]).collect();
            if self.modules.contains_key(&child) {
                module = child;
                continue;
            }
            let Module { imports, items, globs, .. } = self.modules.get(&module)?;
            if let Some(target) = imports.get(&name) {
                let target: Names = target.iter().cloned().chain(path).collect();
                return self.definition(&module, &target, depth + 1);
            }
            if items.contains(&name) {
                break;
            }
            let through = |glob: &Names| {
                let target = self.definition(&module, glob, depth + 1)?;
                self.modules.get(&target)?.items.contains(&name).then_some(target)
            };
            return Some(globs.iter().find_map(through).unwrap_or(module));
        }
        Some(module)
    }
}

/// The path of the module that a file holds.
fn path_of(file: &str) -> Names {
    let path = file.trim_end_matches(".rs");
    let path = if path == "lib" { "" } else { path.strip_suffix("/mod").unwrap_or(path) };
    path.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Goes through a file and notes what it names and defines.
struct Reader<'a> {
    program: &'a mut Program,
    path: Names,
    module: Module,
    /// The type whose functions are read.
    owner: Option<String>,
    by: By,
}

impl Reader<'_> {
    fn mention(&mut self, path: Names, line: usize) {
        self.module.mentions.push(Mention { path, line, by: self.by.clone() });
    }

    fn import(&mut self, tree: &UseTree, before: &mut Names) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before)),
            UseTree::Glob(_) => {
                self.mention(before.clone(), tree.span().start().line);
                self.module.globs.push(before.clone());
            }
            UseTree::Name(name) => self.import_as(&name.ident.to_string(), None, before, tree),
            UseTree::Rename(rename) => {
                self.import_as(&rename.ident.to_string(), Some(rename.rename.to_string()), before, tree);
            }
        }
    }

    fn import_as(&mut self, name: &str, alias: Option<String>, before: &[String], tree: &UseTree) {
        let mut path = before.to_vec();
        // `{self}` stands for the module that its list belongs to.
        if name != "self" {
            path.push(name.to_owned());
        }
        self.mention(path.clone(), tree.span().start().line);
        let alias = alias.or_else(|| path.last().cloned()).unwrap_or_default();
        if path.len() > 1 {
            self.module.imports.insert(alias, path);
        }
    }

    /// The paths among tokens, which `syn` leaves as they are: those of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let mut line = 0;
        let mut colons = 0;
        for token in tokens {
            match &token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.mention(std::mem::take(&mut path), line);
                    }
                    line = name.span().start().line;
                    path.push(name.to_string());
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
            if !matches!(token, TokenTree::Ident(_)) {
                self.mention(std::mem::take(&mut path), line);
            }
            colons = 0;
        }
        self.mention(path, line);
    }

    fn define(&mut self, item: &Item) {
        let (name, is_type) = match item {
            Item::Struct(it) => (&it.ident, true),
            Item::Enum(it) => (&it.ident, true),
            Item::Union(it) => (&it.ident, true),
            Item::Trait(it) => (&it.ident, true),
            Item::Type(it) => (&it.ident, true),
            Item::Fn(it) => (&it.sig.ident, false),
            Item::Const(it) => (&it.ident, false),
            Item::Static(it) => (&it.ident, false),
            _ => return,
        };
        self.module.items.push(name.to_string());
        if is_type {
            self.module.types.push(Definition { name: name.to_string(), line: name.span().start().line });
        }
    }

    fn measure(&mut self, signature: &syn::Signature, end: usize) {
        let owner = self.owner.as_ref().map_or_else(String::new, |owner| format!("{owner}::"));
        self.module.functions.push(Function {
            name: format!("{owner}{}", signature.ident),
            lines: end + 1 - signature.span().start().line,
            parameters: signature.inputs.iter().filter(|input| matches!(input, syn::FnArg::Typed(_))).count(),
        });
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            return;
        }
        self.define(item);
        let outer = self.by.clone();
        match item {
            Item::Use(_) => self.by = By::Import,
            Item::Struct(_) | Item::Enum(_) | Item::Union(_) | Item::Type(_) => self.by = By::Type,
            _ => {}
        }
        visit::visit_item(self, item);
        self.by = outer;
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let Some((_, items)) = &item.content else { return };
        let inner = Module { file: self.module.file.clone(), ..Module::default() };
        let outer = std::mem::replace(&mut self.module, inner);
        self.path.push(item.ident.to_string());
        items.iter().for_each(|item| self.visit_item(item));
        let inner = std::mem::replace(&mut self.module, outer);
        self.program.modules.insert(self.path.clone(), inner);
        self.path.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.import(&item.tree, &mut Names::new());
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let owner = if let Type::Path(owner) = &*item.self_ty { names(&owner.path) } else { Names::new() };
        self.owner = owner.last().cloned();
        if item.trait_.is_none() && !owner.is_empty() {
            self.by = By::Impl(owner);
        }
        visit::visit_item_impl(self, item);
        self.owner = None;
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.measure(&item.sig, item.block.span().end().line);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !is_test(&item.attrs) {
            self.measure(&item.sig, item.block.span().end().line);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_variant(&mut self, variant: &'ast Variant) {
        self.module.parts.push(variant.ident.to_string());
        visit::visit_variant(self, variant);
    }

    fn visit_field(&mut self, field: &'ast Field) {
        self.module.parts.extend(field.ident.as_ref().map(ToString::to_string));
        visit::visit_field(self, field);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.mention(names(path), path.span().start().line);
        visit::visit_path(self, path);
    }

    fn visit_item_macro(&mut self, item: &'ast ItemMacro) {
        self.module.items.extend(item.ident.as_ref().map(ToString::to_string));
        visit::visit_item_macro(self, item);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        self.tokens(item.tokens.clone());
    }
}

fn names(path: &syn::Path) -> Names {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

fn lines_of(item: &Item) -> usize {
    let span = item.span();
    span.end().line + 1 - span.start().line
}

pub(super) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => attribute.path().is_ident("test"),
    })
}

pub(super) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}
