-- Opens a document in Neovim with claimlint as its language server: nvim --headless -u NONE -l is newer, so -c "luafile …".
-- Environment: CLAIMLINT_PROGRAM (bin/claimlint.js), CLAIMLINT_FOLDER, CLAIMLINT_DOCUMENT, CLAIMLINT_ANSWER (file to write).
local folder = vim.env.CLAIMLINT_FOLDER
vim.cmd('edit ' .. vim.env.CLAIMLINT_DOCUMENT)
local client = vim.lsp.start_client({ name = 'claimlint', cmd = { 'node', vim.env.CLAIMLINT_PROGRAM, 'lsp' }, root_dir = folder })
vim.lsp.buf_attach_client(0, client)

local function waited()
  local found = {}
  vim.wait(30000, function()
    found = vim.diagnostic.get(0)
    return #found > 0
  end, 100)
  return found
end

local lines = {}
for _, each in ipairs(waited()) do
  table.insert(lines, (each.lnum + 1) .. ':' .. (each.col + 1) .. ' ' .. tostring(each.code or each.user_data.lsp.code))
end
-- Typing a claim must underline it.
local before = #lines
vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'Our lamps come at the lowest price in Europe.' })
vim.wait(30000, function() return #vim.diagnostic.get(0) > before end, 100)
table.insert(lines, 'after typing: ' .. (#vim.diagnostic.get(0) - before))
local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', {
  textDocument = vim.lsp.util.make_text_document_params(),
  position = { line = vim.api.nvim_buf_line_count(0) - 1, character = 25 },
}, 10000)
for _, answer in pairs(hover or {}) do
  if answer.result then table.insert(lines, 'hover: ' .. string.match(answer.result.contents.value, '%*%*(.-)%*%*')) end
end
vim.fn.writefile(lines, vim.env.CLAIMLINT_ANSWER)
vim.cmd('qall!')
