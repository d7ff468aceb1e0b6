// How does the test Electron open a project? The package it comes in left out Electron's own default app, which loads
// the folder named on the command line; this does just that.
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { app } = require('electron')

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) throw new Error('Name the folder of an app.')
const root = resolve(folder)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version ?? '0.0.0')
app.setAppPath(root)
require(join(root, manifest.main))
