package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients' FIX sessions, set by operations. */
class FixSessionTest {
  private static final String PATH = "/v1/staff/fix-sessions";

  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer open(String more) {
    return venue.operator.post(
        PATH, "{\"sender_comp_id\":\"ALICE-2\",\"account_id\":1001%s}".formatted(more));
  }

  @Test
  void aSessionIsOpenedWithAKeyOfItsOwnAndItsSecretIsShownOnce() {
    final Answer opened = open(",\"messages_per_second\":50,\"versions\":[\"FIXT.1.1\"]");

    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    assertThat(opened.at("/api_secret").asText()).isNotEmpty();
    assertThat(opened.at("/fix_session/messages_per_second").asInt()).isEqualTo(50);
    final Answer listed = venue.operator.get(PATH);
    assertThat(listed.at("/fix_sessions/0/sender_comp_id").asText()).isEqualTo("ALICE-2");
    assertThat(listed.at("/fix_sessions/0/versions/0").asText()).isEqualTo("FIXT.1.1");
    assertThat(listed.at("/fix_sessions/0/on_disconnect").asText()).isEqualTo("quotes");
    assertThat(listed.text()).doesNotContain(opened.at("/api_secret").asText());
    assertThat(open("").status()).isEqualTo(400);
    assertThat(venue.desks.staffRecord).containsOnlyOnce("olga open_fix_session ALICE-2");
  }

  @Test
  void itsTermsAreSetAsAWhole() {
    open(",\"messages_per_second\":50");

    final Answer changed =
        venue.operator.put(
            PATH + "/ALICE-2",
            "{\"enabled\":false,\"on_disconnect\":\"orders_and_quotes\",\"allowed_networks\":[\"10.1.0.0/16\"]}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/enabled").asBoolean()).isFalse();
    assertThat(changed.at("/messages_per_second").isNull()).isTrue();
    assertThat(changed.at("/on_disconnect").asText()).isEqualTo("orders_and_quotes");
    assertThat(changed.at("/allowed_networks/0").asText()).isEqualTo("10.1.0.0/16");
    assertThat(venue.operator.put(PATH + "/NOBODY", "{}").status()).isEqualTo(404);
    assertThat(venue.alice.put(PATH + "/ALICE-2", "{}").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "messages_per_second; 0",
        "messages_per_second; 1.5",
        "versions; [\"FIX.4.2\"]",
        "versions; \"FIX.4.4\"",
        "on_disconnect; \"some\"",
        "allowed_networks; [\"somewhere\"]",
        "allowed_networks; [7]",
        "enabled; 1",
        "secret; \"mine\""
      })
  void whatDoesNotFitIsNamedAndChangesNothing(String field, String value) {
    final Answer refused = open(",\"%s\":%s".formatted(field, value));

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.text()).contains(field);
    assertThat(venue.operator.get(PATH).at("/fix_sessions").size()).isZero();
    assertThat(venue.desks.staffRecord).isEmpty();
  }
}
