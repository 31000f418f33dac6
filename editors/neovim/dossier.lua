-- dossier's language server in Neovim 0.7 or later: put this file into ~/.config/nvim/plugin/.
-- Settings, all optional: vim.g.dossier_command, vim.g.dossier_locale ('zh-CN' or 'en'), vim.g.dossier_submissions.
local names = { ['declared.yaml'] = true, ['waivers.yaml'] = true, ['confirmed.yaml'] = true, ['dossier.yaml'] = true }

-- A rule file says so in its first lines; other files of ours have names of their own.
local function is_ours(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  if names[vim.fn.fnamemodify(path, ':t')] then return true end
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, 40, false)) do
    if line:match('^schema:%s*dossier/') then return true end
  end
  return false
end

-- The folder whose rules belong together: of a project file, a rules folder, a repository.
local function root(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, mark in ipairs({ 'dossier.yaml', 'declared.yaml', '.git' }) do
    local found = vim.fn.findfile(mark, folder .. ';')
    if mark == '.git' and found == '' then found = vim.fn.finddir(mark, folder .. ';') end
    if found ~= '' then return vim.fn.fnamemodify(found, ':p:h' .. (mark == '.git' and ':h' or '')) end
  end
  return folder
end

local function start(buffer)
  if not is_ours(buffer) then return end
  local options = { locale = vim.g.dossier_locale, submissions = vim.g.dossier_submissions }
  local folder = root(vim.api.nvim_buf_get_name(buffer))
  vim.g.dossier_clients = vim.g.dossier_clients or {}
  local clients = vim.g.dossier_clients
  local id = clients[folder]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client({
      name = 'dossier', cmd = vim.g.dossier_command or { 'dossier', 'lsp' }, root_dir = folder,
      workspace_folders = { { uri = vim.uri_from_fname(folder), name = folder } },
      init_options = next(options) and options or vim.empty_dict(),
    })
    clients[folder] = id
    vim.g.dossier_clients = clients
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
    vim.api.nvim_buf_set_option(buffer, 'omnifunc', 'v:lua.vim.lsp.omnifunc')
    vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'BufWritePost' }, {
      buffer = buffer, callback = function() vim.lsp.codelens.refresh() end })
  end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'yaml', callback = function(event) start(event.buf) end })

vim.api.nvim_create_user_command('DossierOn', function(command)
  vim.lsp.buf_request(0, 'workspace/executeCommand',
    { command = 'dossier.chooseSubmissions', arguments = { vim.fn.fnamemodify(command.args, ':p') } },
    function() vim.lsp.codelens.refresh() end)
end, { nargs = 1, complete = 'file' })
