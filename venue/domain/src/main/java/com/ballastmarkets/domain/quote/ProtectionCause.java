package com.ballastmarkets.domain.quote;

/** Which limit of a quote group was reached; where several were, the first here. */
public enum ProtectionCause {
  LOTS,
  NET_DELTA,
  FILLS
}
