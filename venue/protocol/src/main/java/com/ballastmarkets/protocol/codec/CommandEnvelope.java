package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;

/**
 * A command on its way into the log.
 *
 * @param sourceId the port that sends it
 * @param correlationId what the port calls it
 */
public record CommandEnvelope(long sourceId, long correlationId, Command command) {}
