package com.ballastmarkets.backoffice.calendar;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz runs: one step, on one node of the cluster at a time. */
@DisallowConcurrentExecution
final class CalendarJob implements Job {
  private final Runnable step;

  CalendarJob(Runnable step) {
    this.step = step;
  }

  @Override
  public void execute(JobExecutionContext context) {
    step.run();
  }
}
