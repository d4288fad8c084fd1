package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.note.SignedNote;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a bundle, each as it stands in the file. {@link BundleVerifier} says whether they
 * are true.
 *
 * @param snapshot null if the market was void before there was one
 * @param decisions disputes, rulings and operator actions in the log's order
 * @param settlement the settlement record
 * @param raw the bytes of raw files, by hash; a file may be left out
 * @param earlier the first checkpoint that covers the snapshot; null without a snapshot
 * @param consistency from the earlier checkpoint to the last
 * @param checkpoint covers everything
 */
public record SettlementBundle(
    Logged rules,
    @Nullable Logged snapshot,
    List<Logged> decisions,
    Logged settlement,
    JsonNode payouts,
    List<RawFile> raw,
    @Nullable SignedNote earlier,
    List<Hash> consistency,
    SignedNote checkpoint,
    LogKeys keys) {

  /** The name of this file's form. */
  public static final String SCHEMA = "ballast/settlement-bundle/v1";

  public SettlementBundle {
    decisions = List.copyOf(decisions);
    raw = raw.stream().sorted(Comparator.comparing((RawFile file) -> file.sha256().hex())).toList();
    consistency = List.copyOf(consistency);
  }

  /**
   * A document with its place in the log.
   *
   * @param path inclusion proof at the size of the last checkpoint
   */
  public record Logged(long index, List<Hash> path, JsonNode document) {
    public Logged {
      path = List.copyOf(path);
    }

    byte[] bytes() {
      return CanonicalJson.encode(document);
    }

    private ObjectNode toJson() {
      ObjectNode json = CanonicalJson.object().put("index", index);
      json.set("path", hashes(path));
      json.set("document", document);
      return json;
    }

    private static Logged read(Fields json) {
      Logged logged = new Logged(json.integer("index"), hashes(json, "path"), json.any("document"));
      json.end();
      return logged;
    }
  }

  /** A raw file whole. */
  @SuppressWarnings("ArrayRecordComponent") // a part of a file, never compared
  public record RawFile(Hash sha256, byte[] content) {}

  /** The file. */
  public byte[] bytes() {
    ObjectNode json = CanonicalJson.object().put("schema", SCHEMA);
    json.set("rules", rules.toJson());
    if (snapshot == null) {
      json.putNull("snapshot");
    } else {
      json.set("snapshot", snapshot.toJson());
    }
    ArrayNode array = json.putArray("decisions");
    decisions.forEach(decision -> array.add(decision.toJson()));
    json.set("settlement", settlement.toJson());
    json.set("payouts", payouts);
    ArrayNode files = json.putArray("raw");
    for (RawFile file : raw) {
      files
          .addObject()
          .put("sha256", file.sha256().hex())
          .put("content_base64", Base64.getEncoder().encodeToString(file.content()));
    }
    ObjectNode log = json.putObject("log");
    log.put("earlier", earlier == null ? null : earlier.encode());
    log.set("consistency", hashes(consistency));
    log.put("checkpoint", checkpoint.encode());
    log.set("keys", keys.toJson());
    return CanonicalJson.encode(json);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException unless it is exactly what {@link #bytes} writes; the message
   *     says what is wrong
   */
  public static SettlementBundle parse(byte[] file) {
    Fields json = Fields.of("bundle", CanonicalJson.parseCanonical(file));
    json.literal("schema", SCHEMA);
    Fields log = json.object("log");
    List<Logged> decisions = new ArrayList<>();
    json.objects("decisions").forEach(decision -> decisions.add(Logged.read(decision)));
    SettlementBundle bundle =
        new SettlementBundle(
            Logged.read(json.object("rules")),
            json.any("snapshot").isNull() ? null : Logged.read(json.object("snapshot")),
            decisions,
            Logged.read(json.object("settlement")),
            json.any("payouts"),
            rawFiles(json),
            log.any("earlier").isNull() ? null : SignedNote.parse(log.text("earlier")),
            hashes(log, "consistency"),
            SignedNote.parse(log.text("checkpoint")),
            LogKeys.read(log.object("keys")));
    log.end();
    json.end();
    return bundle;
  }

  private static List<RawFile> rawFiles(Fields json) {
    List<RawFile> files = new ArrayList<>();
    for (Fields file : json.objects("raw")) {
      String text = file.text("content_base64");
      byte[] content =
          file.parsed("content_base64", "base64", base64 -> Base64.getDecoder().decode(base64));
      if (!Base64.getEncoder().encodeToString(content).equals(text)) {
        throw new MalformedJsonException(file.path() + ".content_base64 is not canonical base64");
      }
      files.add(new RawFile(file.parsed("sha256", "a SHA-256", Hash::ofHex), content));
      file.end();
    }
    return files;
  }

  private static ArrayNode hashes(List<Hash> all) {
    ArrayNode array = CanonicalJson.array();
    all.forEach(hash -> array.add(hash.base64()));
    return array;
  }

  private static List<Hash> hashes(Fields json, String name) {
    return json.texts(name).stream().map(Hash::ofBase64).toList();
  }
}
