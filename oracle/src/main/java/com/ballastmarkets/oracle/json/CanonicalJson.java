package com.ballastmarkets.oracle.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16 code units, no white space,
 * the shortest escapes, numbers as ECMAScript prints them. Two documents that say the same have the
 * same bytes, and so the same hash.
 */
public final class CanonicalJson {
  private static final BigInteger MAX_EXACT = BigInteger.ONE.shiftLeft(53);
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 64 * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private CanonicalJson() {}

  /** An empty object to build a document in. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array to build a document in. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * Reads one JSON value and nothing else.
   *
   * @throws MalformedJsonException on anything that RFC 8259 or I-JSON (RFC 7493) forbids
   */
  public static JsonNode parse(byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJsonException("not valid UTF-8");
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new MalformedJsonException("not JSON" + where + ": " + e.getOriginalMessage());
    }
    if (node == null || node.isMissingNode()) {
      throw new MalformedJsonException("not JSON: the text is empty");
    }
    return node;
  }

  /**
   * Reads a value that must already be in canonical form, byte for byte.
   *
   * @throws MalformedJsonException if it is not JSON, or if its bytes differ from {@link #encode}
   */
  public static JsonNode parseCanonical(byte[] utf8) {
    JsonNode node = parse(utf8);
    byte[] canonical = encode(node);
    int at = Arrays.mismatch(canonical, utf8);
    if (at >= 0) {
      throw new MalformedJsonException("not in canonical form (RFC 8785), first at byte " + at);
    }
    return node;
  }

  /**
   * The canonical UTF-8 bytes of a value.
   *
   * @throws MalformedJsonException for a number that is not finite or a string that is not Unicode
   */
  public static byte[] encode(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical text of a value; see {@link #encode}. */
  public static String text(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node instanceof ObjectNode object) {
      writeObject(object, out);
    } else if (node instanceof ArrayNode array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        write(array.get(i), out);
      }
      out.append(']');
    } else if (node.isTextual()) {
      writeString(node.textValue(), out);
    } else if (node.isNumber()) {
      out.append(number(node));
    } else if (node.isBoolean()) {
      out.append(node.booleanValue());
    } else if (node.isNull()) {
      out.append("null");
    } else {
      throw new MalformedJsonException("a value of kind " + node.getNodeType() + " is not JSON");
    }
  }

  private static void writeObject(ObjectNode object, StringBuilder out) {
    List<String> names = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(names::add);
    names.sort(null); // String order is UTF-16 code unit order, as the RFC asks
    out.append('{');
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      String name = names.get(i);
      writeString(name, out);
      out.append(':');
      write(object.required(name), out);
    }
    out.append('}');
  }

  private static String number(JsonNode node) {
    if (node.isIntegralNumber()) {
      BigInteger value = node.bigIntegerValue();
      if (value.abs().compareTo(MAX_EXACT) <= 0) {
        return value.toString();
      }
    }
    return EcmaNumber.text(node.doubleValue());
  }

  private static void writeString(String s, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 15, 16));
          } else {
            if (Character.isSurrogate(c)) {
              boolean pair =
                  Character.isHighSurrogate(c)
                      && i + 1 < s.length()
                      && Character.isLowSurrogate(s.charAt(i + 1));
              if (!pair) {
                throw new MalformedJsonException("a string holds a lone surrogate");
              }
              out.append(c);
              c = s.charAt(++i);
            }
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
