-- Ordain in Neovim: copy this file to ~/.config/nvim/plugin/ordain.lua. Neovim 0.7 and later.
--
--   :OrdainDay 2024-04-05    the day that verdicts are for; without a day, today at the court
--   :OrdainVerdicts          the verdicts of the matter, worst first, in the location list
--   :OrdainWhy MTC ¶ 1       every reason of a verdict

local filetypes = { order = "ordain", facts = "ordain-facts" }
for ending, filetype in pairs(filetypes) do
  vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
    pattern = "*." .. ending,
    command = "setfiletype " .. filetype,
  })
end

--- The language server of a buffer.
local function client_of(buffer)
  for _, client in pairs(vim.lsp.buf_get_clients and vim.lsp.buf_get_clients(buffer) or vim.lsp.get_clients({ bufnr = buffer })) do
    if client.name == "ordain" then
      return client
    end
  end
end

--- Asks the server for something of the matter of the current file.
local function ask(command, arguments, use)
  local client = client_of(0)
  if not client then
    return vim.notify("the language server of Ordain does not run here", vim.log.levels.WARN)
  end
  local params = { command = command, arguments = arguments }
  local handler = function(fault, answer)
    if fault then
      return vim.notify(fault.message, vim.log.levels.WARN)
    end
    if use then
      use(answer)
    end
  end
  client.request("workspace/executeCommand", params, handler, 0)
end

local function here()
  return vim.uri_from_bufnr(0)
end

local function show_why(text)
  local lines = vim.split(text, "\n", { trimempty = true })
  vim.lsp.util.open_floating_preview(lines, "text", { border = "single", max_width = 100 })
end

local function show_verdicts(matter)
  local items = {}
  for _, verdict in ipairs(matter.verdicts) do
    if verdict.location and verdict.location ~= vim.NIL then
      table.insert(items, {
        filename = vim.uri_to_fname(verdict.location.uri),
        lnum = verdict.location.range.start.line + 1,
        col = verdict.location.range.start.character + 1,
        text = verdict.id .. ": " .. verdict.words,
        type = (verdict.verdict == "breached" or verdict.verdict == "late") and "E" or "I",
      })
    end
  end
  vim.fn.setloclist(0, {}, " ", { title = matter.matter .. ", as of " .. matter.day, items = items })
  vim.cmd("lopen")
end

vim.api.nvim_create_user_command("OrdainDay", function(given)
  ask("ordain.asOf", { given.args })
end, { nargs = "?" })
vim.api.nvim_create_user_command("OrdainVerdicts", function()
  ask("ordain.verdicts", { here() }, show_verdicts)
end, {})
vim.api.nvim_create_user_command("OrdainWhy", function(given)
  ask("ordain.why", { here(), given.args }, show_why)
end, { nargs = "+" })

-- A lens above a paragraph leads to its reasons.
vim.lsp.commands["ordain.why"] = function(command)
  ask("ordain.why", command.arguments, show_why)
end

local clients = {}

vim.api.nvim_create_autocmd("FileType", {
  pattern = vim.tbl_values(filetypes),
  callback = function(event)
    local settings = vim.g.ordain or {}
    local config = {
      name = "ordain",
      cmd = { vim.g.ordain_program or "ordain", "lsp" },
      root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ":p:h"),
      init_options = settings,
      settings = { ordain = settings },
    }
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      -- Before Neovim 0.8: one server a folder.
      clients[config.root_dir] = clients[config.root_dir] or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, clients[config.root_dir])
    end
  end,
})
