package com.ballastmarkets.bench.fix;

import com.ballastmarkets.bench.BenchMarket;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixGateway;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.node.cluster.NodeConfig;
import com.ballastmarkets.node.cluster.VenueNode;
import com.ballastmarkets.protocol.port.VenuePort;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Our side: a durable node and the gateway as it ships. */
final class FixVenue implements AutoCloseable {
  static final String SECRET = "bench-secret";
  private static final long ACCOUNT = 1_001;

  private final VenueNode node;
  private final VenuePort port;
  private final FixGateway gateway;

  FixVenue(Path folder) throws Exception {
    node = VenueNode.start(NodeConfig.in(folder.resolve("node")));
    port = node.connect();
    for (final Command command : preparation()) {
      port.call(command).get(60, TimeUnit.SECONDS);
    }
    final FixLogin login =
        new FixLogin("BENCH", ACCOUNT, 11, "bench", "bench-key", SECRET, Set.of());
    gateway =
        FixGateway.start(
            FixConfig.sandbox("127.0.0.1", 0, folder.resolve("fix"))
                .withMessagesPerSecond(10_000_000),
            port,
            name -> name.equals("BENCH") ? Optional.of(login) : Optional.empty());
  }

  private static List<Command> preparation() {
    return List.of(
        new Command.OpenAccount(ACCOUNT, 11, AccountKind.CLIENT, 1),
        new Command.Deposit(ACCOUNT, 1_000_000_000_000_000L, "bench"),
        new Command.ListMarket(BenchMarket.terms(1)),
        new Command.OpenMarket(1));
  }

  InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", gateway.port());
  }

  @Override
  public void close() {
    gateway.close();
    port.close();
    node.close();
  }
}
