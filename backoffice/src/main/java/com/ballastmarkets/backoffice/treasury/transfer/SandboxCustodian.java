package com.ballastmarkets.backoffice.treasury.transfer;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.oracle.merkle.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * Answers the sandbox's outgoing files, so that a withdrawal can be tried to its end: every
 * transfer arrives, but those to an address that ends in {@code dead} fail.
 */
public final class SandboxCustodian implements CalendarStep {
  private final FileRail rail;

  public SandboxCustodian(FileRail rail) {
    this.rail = rail;
  }

  @Override
  public String name() {
    return "sandbox-custodian";
  }

  @Override
  public boolean run(Instant venueNow) throws IOException {
    boolean answered = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(rail.outgoing(), "*.json")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(rail.results().resolve(name))) {
          TransferOrder order = TransferFiles.readOrder(Files.readAllBytes(file));
          FileRail.put(
              rail.results(),
              name,
              TransferFiles.results(
                  order.batch(),
                  order.transfers().stream().map(SandboxCustodian::carriedOut).toList()));
          answered = true;
        }
      }
    }
    return answered;
  }

  private static TransferResult carriedOut(TransferOrder.Transfer transfer) {
    if (transfer.address().toLowerCase(Locale.ROOT).endsWith("dead")) {
      return new TransferResult.Failed(transfer.reference(), "the address does not take USDC");
    }
    byte[] made = ("sandbox " + transfer.reference()).getBytes(StandardCharsets.UTF_8);
    return new TransferResult.Confirmed(transfer.reference(), "0x" + Hash.sha256(made).hex());
  }
}
