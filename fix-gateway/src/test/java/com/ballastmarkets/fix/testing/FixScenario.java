package com.ballastmarkets.fix.testing;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.FixConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test on a venue of its own, with its gateway, closed afterwards. */
public abstract class FixScenario {
  /** BeginString of the FIX 4.4 profile. */
  public static final String FIX44 = "FIX.4.4";

  /** BeginString of the FIX 5.0 SP2 profile. */
  public static final String FIX50SP2 = "FIXT.1.1";

  @TempDir protected Path directory;
  protected FixVenue venue;
  private int orders;

  @BeforeEach
  final void open() throws Exception {
    venue = FixVenue.open(directory, this::configure);
  }

  @AfterEach
  final void close() {
    venue.close();
  }

  /** What this test wants otherwise of the gateway. */
  protected FixConfig configure(FixConfig sandbox) {
    return sandbox;
  }

  /** An order-entry client, logged on. */
  protected RawFixClient loggedOn(String name, String beginString) throws IOException {
    final RawFixClient client = venue.connect(name, beginString);
    client.logon("");
    return client;
  }

  /** A client of another of the gateway's doors, not logged on yet. */
  protected RawFixClient connect(String name, String beginString, String targetCompId)
      throws IOException {
    return venue.connect(name, beginString, targetCompId, venue.loginOf(name).apiSecret());
  }

  /** An order in suez-test through another door than FIX, under an id of its own. */
  protected void order(String name, Side side, long lots, long priceMicros) throws Exception {
    orders++;
    order(name, "o" + orders, side, lots, priceMicros);
  }

  /** The same under this id. */
  protected void order(String name, String clOrdId, Side side, long lots, long priceMicros)
      throws Exception {
    venue.call(
        new Command.PlaceOrder(
            OrderTicket.of(venue.accountOf(name), 1, side, lots)
                .clOrdId(clOrdId)
                .limit(priceMicros)
                .build()));
  }
}
