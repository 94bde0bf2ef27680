// The licences of the packages that a bundle takes in: they ask to go along with copies.
import { readdir, readFile } from 'node:fs/promises'

/** The licences of all packages in bundles, as one text; `inputs` are those of esbuild’s metafiles. */
export async function licencesOf(inputs) {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  )
  const texts = [...new Set(folders)].sort().map(licenceOf)
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`)
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'))
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one))
  const text = file ? await readFile(`${folder}/${file}`, 'utf8') : ''
  return `${name} ${version}, ${license}\n\n${text.trim()}\n`
}
