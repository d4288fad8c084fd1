package com.ballastmarkets.backoffice.treasury.transfer;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The two formats of files that go between venue and custodian: canonical JSON (RFC 8785), so that
 * the same batch is the same bytes. Amounts are USDC as decimal strings.
 */
final class TransferFiles {
  private static final String ORDER = "ballast/transfers/v1";
  private static final String RESULTS = "ballast/transfer-results/v1";

  private TransferFiles() {}

  static byte[] order(TransferOrder order) {
    ObjectNode file = CanonicalJson.object();
    file.put("format", ORDER).put("batch", order.batch()).put("currency", "USDC");
    file.put("total", Micros.formatMoney(order.totalMicros()));
    ArrayNode transfers = file.putArray("transfers");
    for (TransferOrder.Transfer transfer : order.transfers()) {
      transfers
          .addObject()
          .put("transfer", transfer.reference())
          .put("address", transfer.address())
          .put("amount", Micros.formatMoney(transfer.amountMicros()));
    }
    return CanonicalJson.encode(file);
  }

  /**
   * @throws MalformedJsonException in words, if it is not such a file
   */
  static TransferOrder readOrder(byte[] file) {
    Fields fields = Fields.of("transfers", CanonicalJson.parse(file));
    fields.literal("format", ORDER);
    fields.literal("currency", "USDC");
    List<TransferOrder.Transfer> transfers = new ArrayList<>();
    for (Fields transfer : fields.objects("transfers")) {
      transfers.add(
          new TransferOrder.Transfer(
              transfer.text("transfer"),
              transfer.text("address"),
              Micros.parse(transfer.text("amount"))));
      transfer.end();
    }
    TransferOrder order = new TransferOrder(fields.text("batch"), transfers);
    fields.literal("total", Micros.formatMoney(order.totalMicros()));
    fields.end();
    return order;
  }

  static byte[] results(String batch, List<TransferResult> results) {
    ObjectNode file = CanonicalJson.object();
    file.put("format", RESULTS).put("batch", batch);
    ArrayNode list = file.putArray("results");
    for (TransferResult result : results) {
      ObjectNode entry = list.addObject().put("transfer", result.reference());
      switch (result) {
        case TransferResult.Confirmed confirmed ->
            entry.put("state", "confirmed").put("transaction", confirmed.transaction());
        case TransferResult.Failed failed ->
            entry.put("state", "failed").put("reason", failed.reason());
      }
    }
    return CanonicalJson.encode(file);
  }

  /**
   * @throws MalformedJsonException in words, if it is not such a file of this batch
   */
  static List<TransferResult> readResults(String batch, byte[] file) {
    Fields fields = Fields.of("results file", CanonicalJson.parse(file));
    fields.literal("format", RESULTS);
    fields.literal("batch", batch);
    List<TransferResult> results = new ArrayList<>();
    for (Fields entry : fields.objects("results")) {
      results.add(result(entry));
      entry.end();
    }
    fields.end();
    return results;
  }

  private static TransferResult result(Fields entry) {
    String reference = entry.text("transfer");
    return switch (entry.text("state")) {
      case "confirmed" -> new TransferResult.Confirmed(reference, entry.text("transaction"));
      case "failed" -> new TransferResult.Failed(reference, entry.text("reason"));
      default ->
          throw new MalformedJsonException(
              entry.path() + ": state must be \"confirmed\" or \"failed\"");
    };
  }
}
