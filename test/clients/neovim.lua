-- Opens a draft in Neovim with `fairdraft lsp`, applies the first quick fix, and prints what was seen as JSON.
local command = vim.json.decode(vim.env.FAIRDRAFT)
local uri = vim.uri_from_bufnr(0)

local function wait(what, test)
  if not vim.wait(20000, test, 20) then
    io.stderr:write('waited in vain for ' .. what .. '\n')
    vim.cmd('cquit')
  end
end

local function found()
  local list = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local text = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    table.insert(list, { one.code or one.user_data.lsp.code, table.concat(text, '\n') })
  end
  return list
end

local client = vim.lsp.start_client({ name = 'fairdraft', cmd = command, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
wait('findings', function() return #vim.diagnostic.get(0) > 0 end)
local before = found()

local function ask(method, params)
  local answer = vim.lsp.buf_request_sync(0, method, params, 20000)
  return answer and answer[client] and answer[client].result
end

local first = vim.diagnostic.get(0)[1]
local range = first.user_data.lsp and first.user_data.lsp.range
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local position = vim.lsp.util.make_position_params(0, 'utf-16')
local hover = ask('textDocument/hover', position)
local actions = ask('textDocument/codeAction', {
  textDocument = { uri = uri },
  range = { start = position.position, ['end'] = position.position },
  context = { diagnostics = {} },
})
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
wait('fewer findings', function() return #vim.diagnostic.get(0) < #before end)

local titles = {}
for _, action in ipairs(actions) do table.insert(titles, action.title) end
io.stdout:write(vim.json.encode({
  before = before,
  after = found(),
  hover = hover.contents.value,
  titles = titles,
  text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n'),
}) .. '\n')
vim.lsp.stop_client(client)
wait('the server to end', function() return vim.lsp.client_is_stopped(client) end)
vim.cmd('quitall!')
