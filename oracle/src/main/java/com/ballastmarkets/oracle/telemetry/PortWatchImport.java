package com.ballastmarkets.oracle.telemetry;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.telemetry.TelemetryReading.RefusedRow;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the files of the IMF's PortWatch as they are published: CSV exports (with or without a byte
 * order mark) and pages of its ArcGIS feature service. Rows are keyed by (portid, date).
 *
 * <p>A row that breaks {@code n_cargo = container + dry bulk + general cargo + ro-ro} or {@code
 * n_total = n_cargo + n_tanker} is refused. Of a port with several harbours, a day on which one of
 * them has no row is MISSING, not the sum of the rest.
 */
final class PortWatchImport {
  /** The source id of everything read here. */
  static final String SOURCE = "PORTWATCH";

  private final Places places;
  private final Instant received;
  private final Hash rawHash;
  private final Map<String, Map<LocalDate, PortWatchRow>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> firstSeen = new HashMap<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private int ofOtherPlaces;

  PortWatchImport(Places places, Instant received, Hash rawHash) {
    this.places = places;
    this.received = received;
    this.rawHash = rawHash;
  }

  TelemetryReading csv(byte[] raw) {
    String text = text(raw);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Map<String, Integer> columns = Map.of();
      int number = 0;
      for (CsvRecord line : reader) {
        if (columns.isEmpty()) {
          columns = header(line);
          continue;
        }
        number++;
        Map<String, Integer> header = columns;
        if (line.getFieldCount() != header.size()) {
          refused.add(
              new RefusedRow(
                  number, "has " + line.getFieldCount() + " fields, not " + header.size()));
          continue;
        }
        take(
            number,
            () ->
                PortWatchRow.read(
                    name -> header.containsKey(name) ? line.getField(header.get(name)) : null,
                    header.containsKey("portcalls")));
      }
      if (columns.isEmpty()) {
        throw new MalformedTelemetryException("the PortWatch CSV is empty");
      }
    } catch (CsvParseException e) {
      throw new MalformedTelemetryException("not CSV: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading(false);
  }

  TelemetryReading json(byte[] raw) {
    JsonNode page;
    try {
      page = CanonicalJson.parse(raw);
    } catch (MalformedJsonException e) {
      throw new MalformedTelemetryException("the PortWatch page is " + e.getMessage());
    }
    JsonNode error = page.get("error");
    if (error != null) {
      // The service answers 200 and puts the error in the body.
      throw new MalformedTelemetryException(
          "PortWatch answered an error "
              + error.path("code").asText("without code")
              + ": "
              + error.path("message").asText("no message"));
    }
    JsonNode features = page.get("features");
    if (features == null || !features.isArray()) {
      throw new MalformedTelemetryException("the PortWatch page has no \"features\"");
    }
    boolean more = page.path("exceededTransferLimit").asBoolean(false);
    if (features.isEmpty() && !more && !page.has("fields")) {
      throw new MalformedTelemetryException("the PortWatch page is empty: to be fetched again");
    }
    int number = 0;
    for (JsonNode feature : features) {
      number++;
      JsonNode attributes = feature.get("attributes");
      if (attributes == null || !attributes.isObject()) {
        refused.add(new RefusedRow(number, "has no \"attributes\""));
        continue;
      }
      take(
          number,
          () ->
              PortWatchRow.read(
                  name -> PortWatchRow.text(attributes.get(name)), attributes.has("portcalls")));
    }
    return reading(more);
  }

  private void take(int number, java.util.function.Supplier<PortWatchRow> reader) {
    PortWatchRow row;
    try {
      row = reader.get();
    } catch (PortWatchRow.RefusedException e) {
      refused.add(new RefusedRow(number, String.valueOf(e.getMessage())));
      return;
    }
    Integer first = firstSeen.putIfAbsent(row.portId() + " " + row.day(), number);
    if (first != null) {
      refused.add(
          new RefusedRow(
              number, "is " + row.portId() + " on " + row.day() + " again, after row " + first));
      return;
    }
    if (places.ofPortWatchId(row.portId()).isEmpty()) {
      ofOtherPlaces++;
      return;
    }
    rows.computeIfAbsent(row.portId(), id -> new LinkedHashMap<>()).put(row.day(), row);
  }

  private TelemetryReading reading(boolean more) {
    List<Observation> observations = new ArrayList<>();
    for (Place place : places.all()) {
      Map<LocalDate, List<PortWatchRow>> days = new LinkedHashMap<>();
      for (String id : place.portWatchIds()) {
        rows.getOrDefault(id, Map.of())
            .forEach((day, row) -> days.computeIfAbsent(day, d -> new ArrayList<>()).add(row));
      }
      days.forEach((day, parts) -> observe(place, day, parts, observations));
    }
    return new TelemetryReading(observations, refused, ofOtherPlaces, more);
  }

  private void observe(
      Place place, LocalDate day, List<PortWatchRow> parts, List<Observation> out) {
    boolean complete = parts.size() == place.portWatchIds().size();
    Metric vessels = place.kind() == Place.Kind.PORT ? Metric.CALLS : Metric.TRANSITS;
    for (VesselClass vesselClass : VesselClass.values()) {
      BigDecimal count = BigDecimal.ZERO;
      BigDecimal tonnage = BigDecimal.ZERO;
      for (PortWatchRow part : parts) {
        count = count.add(part.vessels().getOrDefault(vesselClass, BigDecimal.ZERO));
        tonnage = tonnage.add(part.tonnage().getOrDefault(vesselClass, BigDecimal.ZERO));
      }
      out.add(observation(place, day, vessels, vesselClass, count, complete));
      out.add(observation(place, day, Metric.TONNAGE, vesselClass, tonnage, complete));
    }
  }

  private Observation observation(
      Place place,
      LocalDate day,
      Metric metric,
      VesselClass vesselClass,
      BigDecimal value,
      boolean complete) {
    return new Observation(
        SOURCE,
        received,
        rawHash,
        place.id(),
        day,
        metric,
        vesselClass,
        complete ? value : null,
        complete ? Qualifier.OBSERVED : Qualifier.MISSING);
  }

  private static Map<String, Integer> header(CsvRecord line) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < line.getFieldCount(); i++) {
      if (columns.put(line.getField(i).strip(), i) != null) {
        throw new MalformedTelemetryException(
            "the PortWatch CSV has two columns \"" + line.getField(i) + "\"");
      }
    }
    for (String needed : List.of("date", "portid")) {
      if (!columns.containsKey(needed)) {
        throw new MalformedTelemetryException("the PortWatch CSV lacks the column " + needed);
      }
    }
    if (!columns.containsKey("n_total") && !columns.containsKey("portcalls")) {
      throw new MalformedTelemetryException(
          "the PortWatch CSV has neither n_total (chokepoints) nor portcalls (ports)");
    }
    return columns;
  }

  private static String text(byte[] raw) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedTelemetryException("the PortWatch CSV is not valid UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
