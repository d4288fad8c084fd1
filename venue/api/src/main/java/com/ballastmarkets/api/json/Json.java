package com.ballastmarkets.api.json;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The one JSON dialect of the server. In: strict, no field twice, nothing after the document,
 * numbers exact, nesting and number lengths bounded. Out: snake_case names, exact plain decimals.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(64)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private Json() {}

  /** The mapper that writes answers. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * @throws ApiException saying where the text stops being JSON
   */
  public static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, "The request has no body");
    }
    try {
      return parsed(MAPPER.readTree(body));
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  /** As {@link #parse(byte[])}. */
  public static JsonNode parse(String text) {
    try {
      return parsed(MAPPER.readTree(text));
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  private static JsonNode parsed(JsonNode node) {
    if (node.isMissingNode()) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, "The request has no body");
    }
    return node;
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parser's own words may quote the source: only the place and the kind are told. */
  private static ApiException notJson(IOException e) {
    if (!(e instanceof JsonProcessingException problem)) {
      return ApiException.of(ErrorCode.INVALID_REQUEST, "The body is not valid JSON");
    }
    final JsonLocation location = problem.getLocation();
    final String where =
        location == null
            ? ""
            : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    final String said = problem.getOriginalMessage();
    final String what;
    if (said != null && said.startsWith("Duplicate")) {
      what = "The body has a field twice";
    } else if (problem instanceof StreamConstraintsException) {
      what = "The body has a number that is too long, or is nested too deeply";
    } else {
      what = "The body is not valid JSON";
    }
    return ApiException.of(
        ErrorCode.INVALID_REQUEST, what + where, Map.of("field", "body", "problem", what + where));
  }
}
