package com.ballastmarkets.backoffice.maker;

import static com.ballastmarkets.sql.generated.maker.Tables.PAYMENT;
import static com.ballastmarkets.sql.generated.maker.Tables.POOL;
import static com.ballastmarkets.sql.generated.maker.Tables.SCORE;

import com.ballastmarkets.clearing.maker.MakerPool;
import com.ballastmarkets.clearing.maker.MakerProgramme;
import com.ballastmarkets.clearing.maker.MakerProgramme.Product;
import com.ballastmarkets.clearing.maker.RewardWeek;
import com.ballastmarkets.domain.command.MakerReward;
import com.ballastmarkets.sql.Database;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of the maker programme: written once, paid once. */
public final class MakerBooks {
  private final Database database;
  private final MakerProgramme programme;

  public MakerBooks(Database database, MakerProgramme programme) {
    this.database = database;
    this.programme = programme;
  }

  /** A product's rewards of a week that are not paid yet. */
  public record Due(RewardWeek week, Product product, List<MakerReward> rewards) {
    public Due {
      rewards = List.copyOf(rewards);
    }

    public String reference() {
      return MakerProgramme.reference(week, product);
    }
  }

  /**
   * What an account earned in a week with a product.
   *
   * @param score of the account, times {@code MakerScores.divisor(depthMicros)}
   * @param totalScore of all makers, as {@code score}
   * @param paidAt null if it is not paid yet
   */
  public record Reward(
      String week,
      Product product,
      BigInteger score,
      BigInteger totalScore,
      long depthMicros,
      long poolMicros,
      long rewardMicros,
      @Nullable Instant paidAt) {}

  /** Keeps the scores of a week with the rewards that follow, where they are not kept already. */
  public void keep(
      RewardWeek week, Map<Product, SortedMap<Long, BigInteger>> products, Instant at) {
    products.forEach((product, scores) ->
        database.sql().transaction(tx -> keep(tx.dsl(), week, product, scores, at)));
  }

  private void keep(
      DSLContext sql,
      RewardWeek week,
      Product product,
      SortedMap<Long, BigInteger> scores,
      Instant at) {
    MakerProgramme.Terms terms = programme.of(product);
    BigInteger total = scores.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    int inserted =
        sql.insertInto(POOL)
            .set(POOL.WEEK, week.toString())
            .set(POOL.TYPE, product.type())
            .set(POOL.PLACE, product.place())
            .set(POOL.DEPTH_MICROS, terms.depthMicros())
            .set(POOL.POOL_MICROS, terms.poolMicros())
            .set(POOL.SCORE, new BigDecimal(total))
            .set(POOL.COMPUTED_AT, at.atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (inserted == 0) {
      return;
    }
    Map<Long, Long> rewards = MakerPool.split(terms.poolMicros(), scores);
    scores.forEach((accountId, score) ->
        sql.insertInto(SCORE)
            .set(SCORE.WEEK, week.toString())
            .set(SCORE.TYPE, product.type())
            .set(SCORE.PLACE, product.place())
            .set(SCORE.ACCOUNT_ID, accountId)
            .set(SCORE.SCORE_, new BigDecimal(score))
            .set(SCORE.REWARD_MICROS, rewards.getOrDefault(accountId, 0L))
            .execute());
  }

  /** What is to be paid, oldest week first. */
  public List<Due> due() {
    List<Due> due = new ArrayList<>();
    database
        .sql()
        .select(SCORE.WEEK, SCORE.TYPE, SCORE.PLACE, SCORE.ACCOUNT_ID, SCORE.REWARD_MICROS)
        .from(SCORE)
        .leftAntiJoin(PAYMENT)
        .on(
            PAYMENT
                .WEEK
                .eq(SCORE.WEEK)
                .and(PAYMENT.TYPE.eq(SCORE.TYPE))
                .and(PAYMENT.PLACE.eq(SCORE.PLACE)))
        .where(SCORE.REWARD_MICROS.gt(0L))
        .orderBy(SCORE.WEEK, SCORE.TYPE, SCORE.PLACE, SCORE.ACCOUNT_ID)
        .fetchGroups(row ->
            new Due(
                RewardWeek.parse(row.value1()), new Product(row.value2(), row.value3()), List.of()))
        .forEach((of, rows) ->
            due.add(
                new Due(
                    of.week,
                    of.product,
                    rows.map(row -> new MakerReward(row.value4(), row.value5())))));
    return due;
  }

  /** Notes that the venue has paid. */
  public void paid(Due due, Instant at) {
    database
        .sql()
        .insertInto(PAYMENT)
        .set(PAYMENT.WEEK, due.week.toString())
        .set(PAYMENT.TYPE, due.product.type())
        .set(PAYMENT.PLACE, due.product.place())
        .set(PAYMENT.REFERENCE, due.reference())
        .set(PAYMENT.PAID_AT, at.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** An account's rewards, newest week first. */
  public List<Reward> of(long accountId) {
    return database
        .sql()
        .select()
        .from(SCORE)
        .join(POOL)
        .using(POOL.WEEK, POOL.TYPE, POOL.PLACE)
        .leftJoin(PAYMENT)
        .using(POOL.WEEK, POOL.TYPE, POOL.PLACE)
        .where(SCORE.ACCOUNT_ID.eq(accountId))
        .orderBy(POOL.WEEK.desc(), POOL.TYPE, POOL.PLACE)
        .fetch(row -> {
          OffsetDateTime paid = row.get(PAYMENT.PAID_AT);
          return new Reward(
              row.get("week", String.class),
              new Product(row.get("type", String.class), row.get("place", String.class)),
              row.get(SCORE.SCORE_).toBigIntegerExact(),
              row.get(POOL.SCORE).toBigIntegerExact(),
              row.get(POOL.DEPTH_MICROS),
              row.get(POOL.POOL_MICROS),
              row.get(SCORE.REWARD_MICROS),
              paid == null ? null : paid.toInstant());
        });
  }
}
