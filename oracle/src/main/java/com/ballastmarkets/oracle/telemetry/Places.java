package com.ballastmarkets.oracle.telemetry;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places that are listed: data, not code. The venue's own list is in {@code places.json}. */
public final class Places {
  private final Map<String, Place> byId = new LinkedHashMap<>();
  private final Map<String, Place> byPortWatchId = new LinkedHashMap<>();

  public Places(List<Place> places) {
    for (Place place : places) {
      if (byId.put(place.id(), place) != null) {
        throw new IllegalArgumentException("two places " + place.id());
      }
      for (String id : place.portWatchIds()) {
        if (byPortWatchId.put(id, place) != null) {
          throw new IllegalArgumentException("two places with PortWatch id " + id);
        }
      }
    }
  }

  /** The list that comes with the product. */
  public static Places listed() {
    Fields file = Fields.of("places.json", CanonicalJson.parse(resource("places.json")));
    List<Place> places = new ArrayList<>();
    for (Fields entry : file.objects("places")) {
      places.add(
          new Place(
              entry.text("id"),
              entry.text("name"),
              entry.oneOf("kind", Place.Kind.class),
              entry.texts("portwatch")));
      entry.end();
    }
    file.end();
    return new Places(places);
  }

  public List<Place> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Place> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Place> ofPortWatchId(String id) {
    return Optional.ofNullable(byPortWatchId.get(id));
  }

  static byte[] resource(String name) {
    try (InputStream in = Places.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
