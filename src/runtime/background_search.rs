//! Searches that would hold up the interface.

use std::io;

use crate::{
    query::{SearchRequest, SearchResponse, SearchWorker},
    terminal::Session,
};

/// A thread that runs searches of one sort; there from the first one on.
#[derive(Debug, Default)]
pub(super) struct BackgroundSearch {
    worker: Option<SearchWorker>,
    last_request: u64,
}

impl BackgroundSearch {
    /// Hands over the search that is asked for, of a higher number than the last one.
    ///
    /// # Errors
    ///
    /// The system refuses threads.
    pub(super) fn submit(
        &mut self,
        request: impl FnOnce(u64) -> Option<SearchRequest>,
        session: &Session,
    ) -> io::Result<()> {
        let Some(request) = request(self.last_request) else { return Ok(()) };
        self.last_request = request.number;
        let worker = if let Some(worker) = &self.worker {
            worker
        } else {
            let waker = session.waker();
            self.worker.insert(SearchWorker::start(move || waker.wake())?)
        };
        worker.submit(request);
        Ok(())
    }

    /// The responses that have come.
    pub(super) fn responses(&self) -> impl Iterator<Item = SearchResponse> + '_ {
        self.worker.iter().flat_map(SearchWorker::responses)
    }
}
