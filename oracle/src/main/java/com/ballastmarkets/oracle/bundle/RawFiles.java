package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.bundle.SettlementBundle.RawFile;
import com.ballastmarkets.oracle.bundle.Snapshot.RawFileReference;
import com.ballastmarkets.oracle.formula.ObservationSelection;
import com.ballastmarkets.oracle.formula.ObservationSelection.Excluded;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.Qualifier;
import com.ballastmarkets.oracle.telemetry.TelemetryReading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the raw files of a bundle again and compares: nothing invented, nothing left out. */
final class RawFiles {
  private final Places places;
  private final Map<Hash, byte[]> contents = new HashMap<>();

  RawFiles(Places places, List<RawFile> files) {
    this.places = places;
    for (RawFile file : files) {
      if (!Hash.sha256(file.content()).equals(file.sha256())) {
        throw new IllegalArgumentException(
            "a raw file is not the one of its hash " + file.sha256());
      }
      if (contents.put(file.sha256(), file.content()) != null) {
        throw new IllegalArgumentException("a raw file is there twice: " + file.sha256());
      }
    }
  }

  /** Returns in words how much was compared. */
  String verify(Snapshot snapshot) {
    Set<Observation> stated = new HashSet<>();
    snapshot.selection().used().forEach(o -> stated.add(withoutRevision(o)));
    for (Excluded excluded : snapshot.selection().excluded()) {
      stated.add(withoutRevision(excluded.observation()));
    }
    int read = 0;
    for (RawFileReference file : snapshot.rawFiles()) {
      byte[] content = contents.remove(file.sha256());
      if (content == null) {
        continue;
      }
      read++;
      Set<Observation> ofFile = new HashSet<>();
      for (Observation observation :
          TelemetryReading.of(file.format(), content, file.receivedAt(), places).observations()) {
        if (ObservationSelection.concerns(snapshot.rules(), observation)) {
          ofFile.add(observation);
        }
      }
      for (Observation observation : ofFile) {
        if (!stated.contains(observation)) {
          throw new IllegalArgumentException(
              "the snapshot leaves out " + observation.key() + " of raw file " + file.sha256());
        }
      }
      for (Observation observation : stated) {
        if (observation.rawSha256().equals(file.sha256()) && !ofFile.contains(observation)) {
          throw new IllegalArgumentException(
              "raw file " + file.sha256() + " does not say so: " + observation.key());
        }
      }
    }
    if (!contents.isEmpty()) {
      throw new IllegalArgumentException("a raw file that no observation came in");
    }
    int absent = snapshot.rawFiles().size() - read;
    return read + " raw files read again" + (absent == 0 ? "" : ", " + absent + " by hash only");
  }

  /** Whether a value revises an earlier one is known to the store, not to the file. */
  private static Observation withoutRevision(Observation o) {
    return o.qualifier() != Qualifier.REVISED
        ? o
        : new Observation(
            o.source(),
            o.vintage(),
            o.rawSha256(),
            o.place(),
            o.day(),
            o.metric(),
            o.vesselClass(),
            o.value(),
            Qualifier.OBSERVED);
  }
}
