package com.ballastmarkets.oracle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractRulesTest {
  private static final ContractRules RULES =
      RulesFixture.index("2026-11-23", "2026-11-30", RulesFixture.synthetic());

  @Test
  void rulesReadBackWithTheSameHash() {
    ContractRules read =
        ContractRulesJson.read("rules", CanonicalJson.parseCanonical(RULES.bytes()));
    assertThat(read).isEqualTo(RULES);
    assertThat(read.hash()).isEqualTo(RULES.hash());
    assertThat(read.synthetic()).isTrue();
    assertThat(read.observed().length()).isEqualTo(97);
  }

  @Test
  void everyMemberIsNeededAndNoOtherIsTaken() {
    List<String> names = new ArrayList<>();
    RULES.toJson().fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      ObjectNode without = RULES.toJson();
      without.remove(name);
      assertThatThrownBy(() -> ContractRulesJson.read("rules", without))
          .isInstanceOf(MalformedJsonException.class)
          .hasMessageContaining(name);
    }
    ObjectNode more = RULES.toJson().put("extra", 1);
    assertThatThrownBy(() -> ContractRulesJson.read("rules", more))
        .hasMessage("rules has the unknown field \"extra\"");
  }

  @Test
  void termsThatContradictEachOtherAreRefused() {
    ObjectNode wrong = RULES.toJson().put("type", "binary");
    assertThatThrownBy(() -> ContractRulesJson.read("rules", wrong))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("formula for index");
    ObjectNode late = RULES.toJson();
    ((ObjectNode) late.required("timetable")).put("final_after", "PT1H");
    assertThatThrownBy(() -> ContractRulesJson.read("rules", late))
        .hasMessageContaining("final_after");
  }
}
