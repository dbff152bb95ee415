//! What an address is worth, and how an answer is judged.

use serde::{Deserialize, Serialize};

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum Verdict {
    /// It answers.
    Alive,
    /// It answers elsewhere, and says that this is for good.
    Moved {
        /// Where.
        to: String,
    },
    /// Nobody has it any more.
    Gone {
        /// The answer.
        why: String,
    },
    /// There is no host of that name, if there is a network at all.
    NoHost,
    /// It cannot be told: programs are kept out, or the host is not well.
    Blocked {
        /// The answer, or what went wrong.
        why: String,
    },
    /// It is an address of this machine or of the network that it is in.
    Private,
}

impl Verdict {
    pub fn gone(why: impl Into<String>) -> Self {
        Self::Gone { why: why.into() }
    }

    pub fn blocked(why: impl Into<String>) -> Self {
        Self::Blocked { why: why.into() }
    }

    /// The same, unless there is no network to say so.
    pub fn unless(self, offline: bool) -> Self {
        match self {
            Self::NoHost if offline => Self::blocked("no host is found; is there a network?"),
            Self::NoHost => Self::gone("there is no such host"),
            other => other,
        }
    }

    /// For how many days it is remembered. What cannot be told is soon asked again.
    pub fn days(&self) -> i64 {
        match self {
            Self::Alive | Self::Moved { .. } => 7,
            _ => 1,
        }
    }
}

/// What an HTTP status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// It is there.
    Alive,
    /// It is elsewhere; whether for good.
    Elsewhere {
        /// 301 and 308.
        for_good: bool,
    },
    /// It is gone.
    Gone,
    /// Ask again later.
    Later,
    /// Not for programs, or not like this.
    Blocked,
}

/// What an HTTP status says (RFC 9110, section 15).
pub fn judge(status: u16) -> Judged {
    match status {
        200..=299 => Judged::Alive,
        301 | 308 => Judged::Elsewhere { for_good: true },
        302 | 303 | 307 => Judged::Elsewhere { for_good: false },
        404 | 410 => Judged::Gone,
        408 | 425 | 429 | 500..=599 => Judged::Later,
        _ => Judged::Blocked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_whether_a_link_is_dead_or_only_blocked() {
        for (status, judged) in [
            (200, Judged::Alive),
            (204, Judged::Alive),
            (206, Judged::Alive),
            (301, Judged::Elsewhere { for_good: true }),
            (308, Judged::Elsewhere { for_good: true }),
            (302, Judged::Elsewhere { for_good: false }),
            (303, Judged::Elsewhere { for_good: false }),
            (307, Judged::Elsewhere { for_good: false }),
            (304, Judged::Blocked),
            (400, Judged::Blocked),
            (401, Judged::Blocked),
            (403, Judged::Blocked),
            (404, Judged::Gone),
            (405, Judged::Blocked),
            (410, Judged::Gone),
            (429, Judged::Later),
            (451, Judged::Blocked),
            (500, Judged::Later),
            (503, Judged::Later),
            (999, Judged::Blocked),
        ] {
            assert_eq!(judge(status), judged, "{status}");
        }
    }

    #[test]
    fn without_a_network_no_host_is_gone() {
        assert!(matches!(Verdict::NoHost.unless(true), Verdict::Blocked { .. }));
        assert!(matches!(Verdict::NoHost.unless(false), Verdict::Gone { .. }));
        assert_eq!(Verdict::Alive.unless(true), Verdict::Alive);
    }
}
