-- Drives Neovim's own client: a diagnostic at its column, a completion, a lens. Prints a transcript.
local out = {}
local function say(text) out[#out + 1] = text end
local function finish(status)
  vim.fn.writefile(out, os.getenv('DOSSIER_TRANSCRIPT'))
  vim.cmd(status == 0 and 'qa!' or 'cq!')
end
local function wait(what, test)
  if not vim.wait(120000, test, 50) then
    say('timeout: ' .. what)
    finish(1)
  end
end

vim.g.dossier_command = vim.split(os.getenv('DOSSIER_COMMAND'), '\n')
vim.g.dossier_locale = 'zh-CN'
vim.cmd('source ' .. os.getenv('DOSSIER_PLUGIN'))
vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('DOSSIER_FILE')))
vim.bo.filetype = 'yaml'
local buffer = vim.api.nvim_get_current_buf()
wait('attach', function() return next(vim.lsp.buf_get_clients(buffer)) ~= nil end)
local client = vim.lsp.buf_get_clients(buffer)[next(vim.lsp.buf_get_clients(buffer))]
wait('initialize', function() return client.server_capabilities ~= nil end)
say('encoding ' .. client.offset_encoding)

-- A wrong fact behind Chinese text on the same line.
local line = '      zh-CN: 名称𠮷「{license.nmae}」不对'
local at = tonumber(os.getenv('DOSSIER_MESSAGE_LINE'))
vim.api.nvim_buf_set_lines(buffer, at, at + 1, false, { line })
wait('diagnostic', function() return #vim.diagnostic.get(buffer) > 0 end)
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  local text = vim.api.nvim_buf_get_lines(buffer, found.lnum, found.lnum + 1, false)[1]
  say(('diagnostic %s at %d:%d [%s] %s'):format(
    found.code or '', found.lnum + 1, found.col, text:sub(found.col + 1, found.end_col), found.message))
end

-- The same line with half a fact: what completes it.
local half = '      zh-CN: 名称𠮷「{license.na'
vim.api.nvim_buf_set_lines(buffer, at, at + 1, false, { half })
local params = {
  textDocument = { uri = vim.uri_from_bufnr(buffer) },
  position = { line = at, character = vim.str_utfindex(half, #half) },
}
local _, units = vim.str_utfindex(half, #half)
params.position.character = client.offset_encoding == 'utf-16' and units or params.position.character
local answer = vim.lsp.buf_request_sync(buffer, 'textDocument/completion', params, 60000)
for _, result in pairs(answer or {}) do
  local items = result.result and (result.result.items or result.result) or {}
  local labels = {}
  for _, item in ipairs(items) do labels[#labels + 1] = item.label end
  table.sort(labels)
  say('completion ' .. table.concat(labels, ' '))
  for _, item in ipairs(items) do
    if item.label == 'license.name' or item.label == 'name' then
      vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, client.offset_encoding)
      say('completed ' .. vim.api.nvim_buf_get_lines(buffer, at, at + 1, false)[1])
      break
    end
  end
end

-- Whole again: the lens of the rule's tests is run.
vim.api.nvim_buf_set_lines(buffer, at, at + 1, false,
  { '      zh-CN: 名称「{license.name}」不对' })
wait('no diagnostics', function() return #vim.diagnostic.get(buffer) == 0 end)
local lenses = vim.lsp.buf_request_sync(buffer, 'textDocument/codeLens',
  { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, 60000)
for _, result in pairs(lenses or {}) do
  for _, lens in ipairs(result.result or {}) do
    if lens.data and lens.data.kind == 'tests' then
      local resolved = vim.lsp.buf_request_sync(buffer, 'codeLens/resolve', lens, 60000)
      for _, one in pairs(resolved) do
        say('lens ' .. one.result.command.title)
        local ran = vim.lsp.buf_request_sync(buffer, 'workspace/executeCommand',
          { command = one.result.command.command, arguments = one.result.command.arguments }, 60000)
        for _, value in pairs(ran) do
          say(('ran %d tests, %d failed'):format(value.result.tests, value.result.failed))
        end
      end
      break
    end
  end
end
finish(0)
