//! `ordain lsp`: the language server. What is asked of a matter is answered by `ordain-editor`; here are the streams,
//! the disk, the day, and the order in which things happen.

mod capabilities;
mod checks;
mod client;
mod commands;
mod dispatch;
mod home;
mod matter_state;
mod papers;
mod server;

use lsp_server::Connection;
use lsp_types::InitializeParams;

use super::exit::Exit;
use super::failure::Failure;
use server::Server;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Editors start this command by themselves. It reads and writes the Language Server Protocol; what it logs goes to the
standard error. Settings come from the editor: `ordain.asOf`, `ordain.view`, `ordain.inlayHints`, `ordain.codeLens`.")]
pub(super) struct Args {
    /// Over the standard input and output, as always: some editors add this.
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(_: &Args) -> Result<u8, Failure> {
    let (connection, threads) = Connection::stdio();
    let status = serve(&connection)?;
    // The writer ends when the last sender is gone.
    drop(connection);
    threads.join()?;
    Ok(status)
}

fn serve(connection: &Connection) -> Result<u8, Failure> {
    let (id, params) = connection.initialize_start().map_err(|e| e.to_string())?;
    let params: InitializeParams = serde_json::from_value(params).map_err(|e| e.to_string())?;
    let encoding = capabilities::encoding(&params);
    let answer = serde_json::json!({
        "capabilities": capabilities::of_server(encoding),
        "serverInfo": { "name": "ordain", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, answer).map_err(|e| e.to_string())?;
    let ended = Server::new(connection, &params, encoding).run();
    Ok(if ended { Exit::Clean } else { Exit::Breached } as u8)
}
