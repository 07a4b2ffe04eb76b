// Type checks the named files under "strict"; returns one line for each fault.
function check(names) {
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  };
  const read = (name) => host.read(name) ?? undefined;
  const compilerHost = {
    getSourceFile: (name, target) => {
      const text = read(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, target);
    },
    getDefaultLibFileName: () => "/lib/lib.d.ts",
    getDefaultLibLocation: () => "/lib",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => read(name) !== undefined,
    readFile: read,
    writeFile: () => {},
  };
  const program = ts.createProgram(names, options, compilerHost);
  return ts
    .getPreEmitDiagnostics(program)
    .map((fault) => {
      const text = ts.flattenDiagnosticMessageText(fault.messageText, " ");
      return fault.file
        ? `${fault.file.fileName}:${fault.file.getLineAndCharacterOfPosition(fault.start).line + 1} ${text}`
        : text;
    })
    .join("\n");
}
