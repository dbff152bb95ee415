//! The open connections: how many there are, and who goes when there are too many.
//!
//! A connection costs a thread and a descriptor. When all are in use, the one
//! that has waited longest for its client goes, be it for a head or for the
//! client to take what it is sent: silent and slow clients can't keep others
//! out. One that waits for us is never dropped.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the preview keeps time limits")]

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// The mark of a connection that does not wait for its client.
const AT_WORK: u64 = u64::MAX;

/// One connection.
pub(super) struct Connection {
    /// Read and written through `&TcpStream`: a second handle would cost a second descriptor.
    pub stream: TcpStream,
    number: u64,
    start: Instant,
    /// Since when it has been waiting for its client, in microseconds after `start`, or [`AT_WORK`].
    waits_since: AtomicU64,
}

impl Connection {
    /// From now on it waits for the client, if it does not wait already.
    pub fn waits(&self) {
        let now = u64::try_from(self.start.elapsed().as_micros()).unwrap_or(AT_WORK - 1);
        // It fails if it waits already, and then the earlier time counts.
        let _ = self.waits_since.compare_exchange(AT_WORK, now, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// The client waits for us.
    pub fn works(&self) {
        self.waits_since.store(AT_WORK, Ordering::Relaxed);
    }

    /// Ends it: whatever its thread waits for, it wakes up with an error.
    fn drop_client(&self) {
        // It fails if the client is gone already, which is as good.
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// All open connections.
pub(super) struct Connections {
    start: Instant,
    most: usize,
    next: AtomicU64,
    streams: AtomicUsize,
    open: Mutex<BTreeMap<u64, Arc<Connection>>>,
}

impl Connections {
    pub fn new(most: usize) -> Self {
        let (next, streams, open) = Default::default();
        Self { start: Instant::now(), most, next, streams, open }
    }

    /// Takes a connection in, and drops another if it must. Full of connections that are all being answered, it
    /// gives the new one back.
    pub fn admit(&self, stream: TcpStream) -> Result<Admitted<'_>, TcpStream> {
        let mut open = self.open();
        if open.len() >= self.most && !drop_slowest(&mut open) {
            return Err(stream);
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let waits_since = AtomicU64::new(AT_WORK);
        let connection = Arc::new(Connection { stream, number, start: self.start, waits_since });
        connection.waits();
        open.insert(number, Arc::clone(&connection));
        Ok(Admitted { connections: self, connection })
    }

    /// Drops the connection that has waited longest for its client, if there is one.
    pub fn make_room(&self) {
        drop_slowest(&mut self.open());
    }

    /// Drops all of them.
    pub fn close(&self) {
        for connection in self.open().values() {
            connection.drop_client();
        }
    }

    /// Counts a stream in. `None`: there are enough, and the rest is for pages.
    pub fn begin_stream(&self) -> Option<StreamPlace<'_>> {
        let most = (self.most * 3 / 4).max(1);
        let one_more = |count| (count < most).then_some(count + 1);
        let place = self.streams.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more);
        place.is_ok().then_some(StreamPlace(&self.streams))
    }

    fn open(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Connection>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn drop_slowest(open: &mut BTreeMap<u64, Arc<Connection>>) -> bool {
    let waiting =
        open.values().map(|connection| (connection.waits_since.load(Ordering::Relaxed), connection.number));
    let Some((_, number)) = waiting.filter(|(since, _)| *since != AT_WORK).min() else { return false };
    if let Some(connection) = open.remove(&number) {
        connection.drop_client();
    }
    true
}

/// A connection that is counted as long as this lives.
pub(super) struct Admitted<'a> {
    connections: &'a Connections,
    pub connection: Arc<Connection>,
}

impl Drop for Admitted<'_> {
    fn drop(&mut self) {
        self.connections.open().remove(&self.connection.number);
    }
}

/// A stream that is counted as long as this lives.
pub(super) struct StreamPlace<'a>(&'a AtomicUsize);

impl Drop for StreamPlace<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
