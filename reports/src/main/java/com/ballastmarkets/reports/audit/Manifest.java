package com.ballastmarkets.reports.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A document that ends with its own root: one line of JSON whose last member is the SHA-256 of the
 * same line without that member. It has one form only, so that each of its bytes counts.
 */
final class Manifest {
  static final String DAY_SCHEMA = "ballast/audit-day/v1";
  static final String EXPORT_SCHEMA = "ballast/audit-export/v1";
  static final String DAY_FILE = "manifest.json";
  static final String EXPORT_FILE = "export.json";
  private static final String ROOT = "root";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode members;

  private Manifest(ObjectNode members) {
    this.members = members;
  }

  /** Closes a document: nothing is added after this. */
  static Manifest of(ObjectNode members) {
    members.put(ROOT, Sha256.of(bytes(members)));
    return new Manifest(members);
  }

  static ObjectNode members(String schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", schema);
  }

  /**
   * Reads a document and checks its root and its form.
   *
   * @throws AuditMismatchException if it is not what {@link #write} wrote
   */
  static Manifest read(Path file, String schema) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new AuditMismatchException(name(file) + " is missing");
    }
    final byte[] bytes = Files.readAllBytes(file);
    final JsonNode json;
    try {
      json = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new AuditMismatchException(name(file) + " is not JSON");
    }
    if (!(json instanceof ObjectNode members)
        || !schema.equals(members.path("schema").textValue())) {
      throw new AuditMismatchException(name(file) + " is not of the form " + schema);
    }
    final ObjectNode content = members.deepCopy();
    content.remove(ROOT);
    final Manifest again = of(content);
    if (!Arrays.equals(again.file(), bytes)) {
      throw new AuditMismatchException(name(file) + " is not what its root was taken of");
    }
    return again;
  }

  void write(Path file) throws IOException {
    Files.write(file, file());
  }

  String root() {
    return text(ROOT);
  }

  JsonNode get(String member) {
    return members.path(member);
  }

  /**
   * @throws AuditMismatchException if there is no such text
   */
  String text(String member) {
    return text(members, member);
  }

  static String text(JsonNode json, String member) {
    final String text = json.path(member).textValue();
    if (text == null) {
      throw new AuditMismatchException("the manifest names no " + member);
    }
    return text;
  }

  private byte[] file() {
    return (members + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectNode members) {
    return members.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Path file) {
    final Path parent = file.toAbsolutePath().normalize().getParent();
    return (parent == null ? "" : parent.getFileName() + "/") + file.getFileName();
  }
}
