package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.domain.command.Command;

/** A provisional value as it was published: kept to know a repetition. */
record Publication(long valueMicros, String evidenceHash, long leafIndex) {
  static Publication of(Command.PublishProvisional request) {
    return new Publication(request.valueMicros(), request.evidenceHash(), request.leafIndex());
  }
}
