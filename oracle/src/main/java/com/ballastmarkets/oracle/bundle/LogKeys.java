package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.MalformedNoteException;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.oracle.note.VerifierKey;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The public keys of a log and of its attestors. A checkpoint counts when the log signed it and
 * more than half of the attestors cosigned it: two of three.
 */
public record LogKeys(VerifierKey log, List<VerifierKey> attestors) {
  public LogKeys {
    attestors = List.copyOf(attestors);
    if (attestors.isEmpty()) {
      throw new IllegalArgumentException("a log has an attestor");
    }
    if (attestors.stream().distinct().count() != attestors.size()) {
      throw new IllegalArgumentException("each attestor is named once");
    }
  }

  /** How many attestors must have cosigned. */
  public int quorum() {
    return attestors.size() / 2 + 1;
  }

  public List<VerifierKey> all() {
    List<VerifierKey> all = new ArrayList<>(attestors);
    all.addFirst(log);
    return all;
  }

  /**
   * Checks every signature on a checkpoint, and that there are enough.
   *
   * @throws MalformedNoteException if one is bad, by a stranger, or too few are there
   */
  public Checkpoint verify(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<VerifierKey> signers = note.verifiedBy(all());
    if (signers.size() != note.signatures().size()) {
      throw new MalformedNoteException("the checkpoint has a signature of an unknown key");
    }
    if (!signers.contains(log)) {
      throw new MalformedNoteException("the log has not signed its checkpoint");
    }
    if (signers.size() - 1 < quorum()) {
      throw new MalformedNoteException(
          "the checkpoint has "
              + (signers.size() - 1)
              + " of the "
              + quorum()
              + " cosignatures that it needs");
    }
    return checkpoint;
  }

  ObjectNode toJson() {
    ArrayNode array = CanonicalJson.array();
    attestors.forEach(key -> array.add(key.text()));
    ObjectNode json = CanonicalJson.object().put("log", log.text());
    json.set("attestors", array);
    return json;
  }

  static LogKeys read(Fields json) {
    List<VerifierKey> attestors = new ArrayList<>();
    json.texts("attestors").forEach(text -> attestors.add(VerifierKey.parse(text)));
    LogKeys keys = new LogKeys(VerifierKey.parse(json.text("log")), attestors);
    json.end();
    return keys;
  }
}
