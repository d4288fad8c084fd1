package com.ballastmarkets.fix;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.fix.dictionary.Dictionaries;
import com.ballastmarkets.fix.dropcopy.DropCopy;
import com.ballastmarkets.fix.logon.LogonGate;
import com.ballastmarkets.fix.marketdata.MarketData;
import com.ballastmarkets.fix.order.OrderEntry;
import com.ballastmarkets.fix.posttrade.PostTrade;
import com.ballastmarkets.fix.session.FixAcceptor;
import com.ballastmarkets.fix.session.Lane;
import com.ballastmarkets.fix.session.SessionLog;
import com.ballastmarkets.fix.session.SessionService;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The running FIX gateway.
 *
 * <p>{@code try (var gateway = FixGateway.start(config, port, credentials)) { … }}
 */
public final class FixGateway implements AutoCloseable {
  private static final int CATCH_UP_SECONDS = 120;

  private final SessionLog log;
  private final OrderEntry orderEntry;
  private final Lane lane;
  private final JournalFeed feed;
  private final FixAcceptor acceptor;

  private FixGateway(
      SessionLog log, OrderEntry orderEntry, Lane lane, JournalFeed feed, FixAcceptor acceptor) {
    this.log = log;
    this.orderEntry = orderEntry;
    this.lane = lane;
    this.feed = feed;
    this.acceptor = acceptor;
  }

  /**
   * Reads the journal up to its end, then listens.
   *
   * @param venue stays the caller's: it is not closed with the gateway
   * @throws FixGatewayException if the port is taken, the directory is unusable or in use, or the
   *     certificates cannot be read
   */
  public static FixGateway start(FixConfig config, VenuePort venue, FixCredentials credentials) {
    return start(config, venue, credentials, SettlementPapers.NONE, InstantSource.system());
  }

  /**
   * As {@link #start(FixConfig, VenuePort, FixCredentials)}.
   *
   * @param papers what the back office knows of settlements
   * @param clock to check logons by
   */
  public static FixGateway start(
      FixConfig config,
      VenuePort venue,
      FixCredentials credentials,
      SettlementPapers papers,
      InstantSource clock) {
    try (Undo undo = new Undo()) {
      final Dictionaries dictionaries =
          Dictionaries.write(config.directory().resolve("dictionaries"));
      final SessionLog log = undo.later(SessionLog.open(config.directory().resolve("sessions")));
      final OrderEntry orderEntry =
          undo.later(new OrderEntry(venue, log, credentials, config.messagesPerSecond()));
      final Lane lane = undo.later(new Lane());
      final MarketData marketData =
          new MarketData(
              lane,
              venue::venueTimeNanos,
              config.messagesPerSecond(),
              config.maxUnreadMarketData());
      lane.add(marketData);
      final DropCopy dropCopy =
          new DropCopy(
              log,
              credentials,
              lane,
              orderEntry.executions(),
              orderEntry.history(),
              config.messagesPerSecond());
      final PostTrade postTrade =
          new PostTrade(
              log,
              credentials,
              lane,
              venue::venueTimeNanos,
              orderEntry.executions(),
              orderEntry.history(),
              papers,
              config.messagesPerSecond());
      lane.add(postTrade);
      final CatchUp reader = new CatchUp(List.of(orderEntry, lane));
      final JournalFeed feed = undo.later(venue.read(0, "fix-gateway", reader));
      reader.await(journalEnd(venue));
      if (!lane.await(CATCH_UP_SECONDS)) {
        throw new FixGatewayException("the journal was not read to its end in time");
      }
      orderEntry.caughtUp();
      final Map<String, SessionService> services =
          Stream.of(orderEntry, marketData, dropCopy, postTrade)
              .collect(Collectors.toUnmodifiableMap(SessionService::targetCompId, s -> s));
      final FixAcceptor acceptor =
          undo.later(
              new FixAcceptor(
                  config,
                  dictionaries,
                  log,
                  services,
                  credentials,
                  admission -> new LogonGate(credentials, clock, services.keySet(), admission)));
      acceptor.start();
      undo.keep();
      return new FixGateway(log, orderEntry, lane, feed, acceptor);
    } catch (IOException e) {
      throw new FixGatewayException("the FIX gateway cannot start: " + e.getMessage(), e);
    }
  }

  /** Passes the journal on, and waits until it has passed what was there at the start. */
  private static final class CatchUp implements JournalReader {
    private final List<JournalReader> readers;
    private final CountDownLatch reached = new CountDownLatch(1);
    private volatile long position;
    private volatile long end = Long.MAX_VALUE;

    CatchUp(List<JournalReader> readers) {
      this.readers = readers;
    }

    @Override
    public void onEntry(JournalEntry entry) {
      for (final JournalReader reader : readers) {
        reader.onEntry(entry);
      }
      position = entry.sequence();
      if (position >= end) {
        reached.countDown();
      }
    }

    @Override
    public void onIdle(long lastSequence) {
      for (final JournalReader reader : readers) {
        reader.onIdle(lastSequence);
      }
    }

    /**
     * @param journalEnd the sequence of an entry that is as late as the start
     */
    void await(CompletableFuture<Long> journalEnd) {
      try {
        end = journalEnd.get(CATCH_UP_SECONDS, TimeUnit.SECONDS);
        if (position < end && !reached.await(CATCH_UP_SECONDS, TimeUnit.SECONDS)) {
          throw new FixGatewayException("the journal was not read to its end in time");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FixGatewayException("interrupted while the journal was read", e);
      } catch (ExecutionException | TimeoutException e) {
        throw new FixGatewayException("the venue does not answer", e);
      }
    }
  }

  /** Says nothing to the venue, to learn from the answer where its journal is. */
  private static CompletableFuture<Long> journalEnd(VenuePort venue) {
    return venue.call(new Command.Tick()).thenApply(entries -> entries.getLast().sequence());
  }

  /** The port that is listened on. */
  public int port() {
    return acceptor.port();
  }

  /** Whether the gateway reads the journal and can keep what it sends. */
  public boolean isHealthy() {
    return !feed.isFailed() && log.isHealthy() && lane.isHealthy();
  }

  /** Logs all sessions out, and keeps their numbers for the next start. */
  @Override
  public void close() {
    acceptor.close();
    feed.close();
    lane.close();
    orderEntry.close();
    log.close();
  }
}
