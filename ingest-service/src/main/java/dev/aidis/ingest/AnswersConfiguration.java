package dev.aidis.ingest;

import dev.aidis.ingest.answers.Comparisons;
import dev.aidis.ingest.answers.CompletedTasks;
import dev.aidis.ingest.answers.ContextLists;
import dev.aidis.ingest.answers.DecisionLists;
import dev.aidis.ingest.answers.LastAccomplishments;
import dev.aidis.ingest.answers.LatestDecisions;
import dev.aidis.ingest.answers.OwnersProjects;
import dev.aidis.ingest.answers.OwnersWorkspaces;
import dev.aidis.ingest.answers.PeriodPatterns;
import dev.aidis.ingest.answers.PeriodStatistics;
import dev.aidis.ingest.answers.SessionContexts;
import dev.aidis.ingest.answers.SessionFiles;
import dev.aidis.ingest.answers.SessionItems;
import dev.aidis.ingest.answers.SessionPages;
import dev.aidis.ingest.answers.TaskLists;
import dev.aidis.ingest.session.PostgresSessions;
import dev.aidis.ingest.session.SessionLister;
import dev.aidis.ingest.session.SessionSettings;
import dev.aidis.ingest.session.Timelines;
import dev.aidis.queries.ItemQueries;
import dev.aidis.queries.KnowledgeQueries;
import dev.aidis.queries.ProjectQueries;
import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.TimelineQueries;
import dev.aidis.queries.WorkspaceQueries;
import dev.aidis.queries.accomplishment.AccomplishmentQueries;
import dev.aidis.queries.comparison.ComparisonQueries;
import dev.aidis.queries.context.ContextQueries;
import dev.aidis.queries.patterns.PatternQueries;
import dev.aidis.queries.stats.StatsQueries;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ports that only read from Postgres. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class AnswersConfiguration {

  @Bean
  SessionQueries sessionQueries(DataSource database) {
    return new SessionQueries(database);
  }

  @Bean
  TimelineQueries timelineQueries(DataSource database) {
    return new TimelineQueries(database);
  }

  @Bean
  KnowledgeQueries knowledgeQueries(DataSource database) {
    return new KnowledgeQueries(database);
  }

  @Bean
  PostgresSessions sessions(
      SessionQueries queries,
      TimelineQueries timelines,
      InstantSource clock,
      SessionSettings settings) {
    return new PostgresSessions(queries, timelines, clock, settings.inactivityGap());
  }

  @Bean
  SessionLister sessionLister(SessionQueries queries) {
    return queries::list;
  }

  @Bean
  Timelines timelines(TimelineQueries timelines) {
    return timelines::page;
  }

  @Bean
  SessionFiles sessionFiles(SessionQueries queries) {
    return queries::files;
  }

  @Bean
  SessionItems sessionItems(SessionQueries queries, DataSource database) {
    KnowledgeQueries knowledge = new KnowledgeQueries(database);
    return (owner, session, limit) ->
        new SessionItems.Items(
            queries.tasks(owner, session, limit),
            knowledge.decisions(owner, session, limit),
            knowledge.context(owner, session, limit));
  }

  @Bean
  PeriodStatistics periodStatistics(DataSource database) {
    return new StatsQueries(database)::report;
  }

  @Bean
  PeriodPatterns periodPatterns(DataSource database) {
    return new PatternQueries(database)::of;
  }

  @Bean
  LastAccomplishments lastAccomplishments(DataSource database) {
    return new AccomplishmentQueries(database)::ofLast;
  }

  @Bean
  Comparisons comparisons(DataSource database) {
    return new ComparisonQueries(database)::compare;
  }

  @Bean
  SessionContexts sessionContexts(DataSource database) {
    return new ContextQueries(database)::of;
  }

  @Bean
  CompletedTasks completedTasks(KnowledgeQueries knowledge) {
    return knowledge::completedTasks;
  }

  @Bean
  LatestDecisions latestDecisions(KnowledgeQueries knowledge) {
    return knowledge::latestDecisions;
  }

  @Bean
  SessionPages sessionPages(SessionQueries queries) {
    return queries::page;
  }

  @Bean
  ItemQueries itemQueries(DataSource database) {
    return new ItemQueries(database);
  }

  @Bean
  TaskLists taskLists(ItemQueries items) {
    return items::tasks;
  }

  @Bean
  DecisionLists decisionLists(ItemQueries items) {
    return items::decisions;
  }

  @Bean
  ContextLists contextLists(ItemQueries items) {
    return items::context;
  }

  @Bean
  OwnersProjects ownersProjects(DataSource database) {
    return new ProjectQueries(database)::of;
  }

  @Bean
  OwnersWorkspaces ownersWorkspaces(DataSource database) {
    return new WorkspaceQueries(database)::of;
  }
}
