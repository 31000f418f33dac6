// Starts dossier's language server for the YAML files that are ours, and does the one thing that needs a dialog.
'use strict'
const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

let client

function settings() { return vscode.workspace.getConfiguration('dossier') }

async function activate(context) {
  const [command, ...args] = settings().get('command')
  const run = { command, args }
  client = new LanguageClient('dossier', 'dossier', { run, debug: run }, {
    documentSelector: [{ scheme: 'file', language: 'yaml' }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml,csv}') },
    initializationOptions: {
      locale: vscode.env.language, submissions: settings().get('submissions') || undefined,
    },
  })
  context.subscriptions.push(vscode.commands.registerCommand('dossier.pickSubmissions', async () => {
    const chosen = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })
    if (!chosen) return
    await client.sendRequest('workspace/executeCommand', {
      command: 'dossier.chooseSubmissions', arguments: [chosen[0].fsPath],
    })
  }))
  await client.start()
}

function deactivate() { return client && client.stop() }

module.exports = { activate, deactivate }
