package com.ballastmarkets.backoffice.calendar;

import com.ballastmarkets.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the calendar's steps on Quartz. One worker thread runs them one by one, those that came due
 * together in the order that they were given.
 *
 * <p>A step that fails is logged and tried again; {@link #troubles} tells which and why.
 */
public final class SettlementCalendar implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettlementCalendar.class);
  private static final String GROUP = "settlement-calendar";
  private static final long WAKE_UP_FORGOTTEN_NANOS = Duration.ofSeconds(10).toNanos();

  private final Map<String, CalendarStep> steps = new LinkedHashMap<>();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private final Map<String, Long> wakeUps = new ConcurrentHashMap<>();
  private final Supplier<Instant> venueClock;
  private volatile boolean closed;
  private final Scheduler scheduler;

  private SettlementCalendar(
      Database database, String instanceId, Supplier<Instant> venueClock, List<CalendarStep> all)
      throws SchedulerException {
    this.venueClock = venueClock;
    all.forEach(step -> steps.put(step.name(), step));
    String source = "calendar-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(source, new PoolProvider(database));
    StdSchedulerFactory factory = new StdSchedulerFactory();
    factory.initialize(properties(source, instanceId));
    scheduler = factory.getScheduler();
    scheduler.setJobFactory((bundle, quartz) -> {
      String name = bundle.getJobDetail().getKey().getName();
      return new CalendarJob(() -> run(name));
    });
  }

  /**
   * Starts.
   *
   * @param instanceId of this node, the same after a restart: it takes up at once what it was doing
   *     when it was killed
   * @param period how often each step looks, in real time
   * @param steps in the order in which one feeds the next
   */
  public static SettlementCalendar start(
      Database database,
      String instanceId,
      Duration period,
      Supplier<Instant> venueClock,
      List<CalendarStep> steps) {
    try {
      SettlementCalendar calendar = new SettlementCalendar(database, instanceId, venueClock, steps);
      int order = 0;
      for (CalendarStep step : steps) {
        calendar.schedule(step, period, Trigger.DEFAULT_PRIORITY + steps.size() - order++);
      }
      calendar.scheduler.start();
      return calendar;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the settlement calendar cannot start", e);
    }
  }

  /** Lets every step look now. */
  public void wake() {
    try {
      if (closed) {
        return;
      }
      Date now = Date.from(Instant.now());
      int order = 0;
      for (String name : steps.keySet()) {
        int priority = Trigger.DEFAULT_PRIORITY + steps.size() - order++;
        if (!isWakeUpWaiting(name, System.nanoTime())) {
          scheduler.scheduleJob(
              TriggerBuilder.newTrigger()
                  .withIdentity(name + "-" + UUID.randomUUID(), GROUP)
                  .forJob(JobKey.jobKey(name, GROUP))
                  .startAt(now)
                  .withPriority(priority)
                  .build());
        }
      }
    } catch (SchedulerException e) {
      LOG.warn("the calendar will look at its next regular time: {}", e.getMessage());
    }
  }

  /**
   * One waiting wake-up of a step is enough, however many events ask for it. One that another node
   * took is forgotten after a while.
   */
  private boolean isWakeUpWaiting(String name, long nowNanos) {
    Long since = wakeUps.get(name);
    if (since != null && nowNanos - since < WAKE_UP_FORGOTTEN_NANOS) {
      return true;
    }
    wakeUps.put(name, nowNanos);
    return false;
  }

  /** The steps that failed when they last ran, with the reason. */
  public Map<String, String> troubles() {
    return Map.copyOf(troubles);
  }

  private void run(String name) {
    CalendarStep step = steps.get(name);
    if (step == null) {
      return; // a job of an older program, left in the store
    }
    wakeUps.remove(name); // what happens from here on needs a further look
    try {
      boolean worked = step.run(venueClock.get());
      troubles.remove(name);
      if (worked) {
        wake();
      }
    } catch (Exception e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.equals(troubles.put(name, reason))) {
        LOG.warn("calendar step {} failed and will be tried again: {}", name, reason, e);
      }
    }
  }

  private void schedule(CalendarStep step, Duration period, int priority)
      throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(CalendarJob.class)
            .withIdentity(step.name(), GROUP)
            .storeDurably()
            .build();
    scheduler.addJob(job, true);
    TriggerKey key = TriggerKey.triggerKey(step.name(), GROUP);
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(job)
            .startNow()
            .withPriority(priority)
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(period.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNowWithExistingCount())
            .build();
    if (scheduler.checkExists(key)) {
      scheduler.rescheduleJob(key, trigger);
    } else {
      scheduler.scheduleJob(trigger);
    }
  }

  private static Properties properties(String source, String instanceId) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "ballast");
    properties.setProperty("org.quartz.scheduler.instanceId", instanceId);
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    properties.setProperty("org.quartz.jobStore.dataSource", source);
    properties.setProperty("org.quartz.jobStore.tablePrefix", "quartz.qrtz_");
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
    return properties;
  }

  /** Waits for the step that is running. */
  @Override
  public void close() {
    closed = true;
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("the calendar did not stop cleanly: {}", e.getMessage());
    }
  }

  /** Quartz borrows from the venue's own pool. */
  private record PoolProvider(Database database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.dataSource().getConnection();
    }

    @Override
    public void shutdown() {
      // The pool belongs to the database, which outlives the calendar.
    }

    @Override
    public void initialize() {
      // Nothing to open: the pool is open.
    }
  }
}
