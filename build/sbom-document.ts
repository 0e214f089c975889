/** A package of npm, as its own file tells. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
}

/** A part of a list in the form of CycloneDX. */
interface Component {
  readonly type: 'application' | 'library' | 'framework';
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
  readonly purl?: string;
  readonly licenses?: readonly { readonly expression: string }[];
}

/** Address of a package by the package-url standard; the `@` of a scope is written as `%40`. */
function purlOf({ name, version }: PackageFacts): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function componentOf(facts: PackageFacts, type: Component['type']): Component {
  const purl = purlOf(facts);
  const { name, version, licence } = facts;
  return { type, name, version, 'bom-ref': purl, purl, licenses: [{ expression: licence }] };
}

/**
 * What an app is made of, in the form of CycloneDX 1.6. Without a time or a number of its own: the same
 * app gives the same list.
 *
 * @param runtime versions of what Electron brings, by name.
 */
export function bomOf(
  app: PackageFacts,
  packages: readonly PackageFacts[],
  runtime: Readonly<Record<string, string>>,
): object {
  const libraries = packages.map((facts) =>
    componentOf(facts, facts.name === 'electron' ? 'framework' : 'library'),
  );
  const brought = Object.entries(runtime).map(([name, version]): Component => ({
    type: 'library',
    name,
    version,
    'bom-ref': `electron/${name}@${version}`,
  }));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: componentOf(app, 'application') },
    components: [...libraries, ...brought].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
  };
}
