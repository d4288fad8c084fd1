package com.ballastmarkets.backoffice.treasury;

import com.ballastmarkets.backoffice.identity.AccountOpening;
import com.ballastmarkets.backoffice.identity.Registry;
import com.ballastmarkets.backoffice.ledger.Books;
import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.backoffice.reconciliation.Custodian;
import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import com.ballastmarkets.backoffice.treasury.WithdrawalPapers.Withdrawal;
import com.ballastmarkets.backoffice.treasury.transfer.FileRail;
import com.ballastmarkets.backoffice.treasury.transfer.SandboxCustodian;
import com.ballastmarkets.backoffice.treasury.transfer.TransferRail;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.node.inprocess.InProcessVenue;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.identity.MasterKey;
import com.ballastmarkets.sql.identity.Role;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A venue with one account, three members of staff, and a custodian that takes files. */
final class TreasuryGround implements AutoCloseable {
  static final Instant NOW = Instant.parse("2025-03-15T10:30:00Z");
  static final String WALLET = "0x00000000000000000000000000000000000000aA";
  static final String DEAD_END = "0x000000000000000000000000000000000000dead";

  private final TestDatabase database = TestDatabase.create();
  private final InProcessVenue venue = InProcessVenue.start();
  private final VenuePort port = venue.connect();
  private final LedgerProjector ledger;
  private final WithdrawalPapers papers;
  private final SettlementBatches batches;
  private final FileRail rail;
  private final long account;

  TreasuryGround(Path folder) {
    Registry registry =
        new Registry(database.database(), MasterKey.in(folder), true, InstantSource.fixed(NOW));
    Registry.Account opened =
        registry.account(registry.participant("Alpha Shipping"), "alpha", false, 1);
    new AccountOpening(port).open(opened);
    account = opened.accountId();
    registry.staff("olga", Role.OPERATOR);
    registry.staff("otto", Role.OPERATOR);
    registry.staff("oona", Role.OPERATOR);
    papers = new WithdrawalPapers(database.database(), new ApprovalPolicy(100, 1));
    batches = new SettlementBatches(database.database(), new ApprovalPolicy(200, 0));
    rail = FileRail.in(folder.resolve("transfers"));
    ledger = LedgerProjector.start(port, database.database());
  }

  Database database() {
    return database.database();
  }

  VenuePort port() {
    return port;
  }

  Deposits deposits() {
    return new Deposits(database.database(), port, InstantSource.fixed(NOW));
  }

  FundMovements funds() {
    return new FundMovements(
        database.database(), new ApprovalPolicy(200, 1), port, InstantSource.fixed(NOW));
  }

  long account() {
    return account;
  }

  WithdrawalPapers papers() {
    return papers;
  }

  SettlementBatches batches() {
    return batches;
  }

  FileRail rail() {
    return rail;
  }

  String approvedWithdrawal(long micros, String key) {
    return approvedWithdrawal(micros, key, WALLET);
  }

  /** The reference of a withdrawal that waits for a batch. */
  String approvedWithdrawal(long micros, String key, String address) {
    Withdrawal paper = reservedWithdrawal(micros, key, address);
    catchUp();
    if (papers.approve(paper.withdrawalId(), "olga", NOW).state()
        != WithdrawalPapers.State.APPROVED) {
      papers.approve(paper.withdrawalId(), "otto", NOW);
    }
    return paper.reference();
  }

  /** One whose money is set aside, and that nobody has approved. */
  Withdrawal reservedWithdrawal(long micros, String key, String address) {
    papers.whitelist(account, address, "", NOW);
    Withdrawal paper = papers.request(account, micros, address, key, NOW);
    VenueAnswers.await(port, new Command.ReserveWithdrawal(account, micros, paper.reference()));
    return paper;
  }

  boolean run() {
    return run(rail);
  }

  boolean run(TransferRail over) {
    return new SettlementRun(batches, over, port).run(NOW);
  }

  void custodianAnswers() {
    try {
      new SandboxCustodian(rail).run(NOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SettlementBatch onlyBatch() {
    List<SettlementBatch> all = batches.batches(null);
    if (all.size() != 1) {
      throw new AssertionError(all.toString());
    }
    return all.getFirst();
  }

  /** What lies in the outgoing folder. */
  List<String> sent() {
    try (Stream<Path> files = Files.list(rail.outgoing())) {
      return files.sorted().map(TreasuryGround::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Withdrawal paper(String reference) {
    return papers.withdrawal(reference).orElseThrow();
  }

  WithdrawalPapers.State state(String reference) {
    return paper(reference).state();
  }

  long cashMicros() {
    return new Books(database.database()).cashMicros(account);
  }

  List<Reconciliation.Break> breaks() {
    return new Reconciliation(database.database(), Custodian.sandbox()).run(NOW).breaks();
  }

  void catchUp() {
    long last = port.call(new Command.Tick()).join().getLast().sequence();
    Awaitility.await().until(() -> ledger.position() >= last);
  }

  @Override
  public void close() {
    ledger.close();
    port.close();
    venue.close();
    database.close();
  }
}
