package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.answers.Comparisons;
import dev.aidis.ingest.answers.CompletedTasks;
import dev.aidis.ingest.answers.ContextLists;
import dev.aidis.ingest.answers.DecisionLists;
import dev.aidis.ingest.answers.LatestDecisions;
import dev.aidis.ingest.answers.OwnersProjects;
import dev.aidis.ingest.answers.PeriodPatterns;
import dev.aidis.ingest.answers.PeriodStatistics;
import dev.aidis.ingest.answers.SessionContexts;
import dev.aidis.ingest.answers.SessionPages;
import dev.aidis.ingest.answers.TaskLists;
import dev.aidis.ingest.session.ArchivedMonths;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionTexts;
import dev.aidis.ingest.session.Timelines;

/** What the reading tools answer from. */
public record Sources(
    SessionFinder sessions,
    SessionDetails details,
    Timelines timelines,
    ArchivedMonths archivedMonths,
    SessionPages pages,
    SessionContexts contexts,
    PeriodStatistics statistics,
    PeriodPatterns patterns,
    Comparisons comparisons,
    CompletedTasks completedTasks,
    LatestDecisions latestDecisions,
    TaskLists tasks,
    DecisionLists decisions,
    ContextLists contextItems,
    OwnersProjects projects,
    SessionTexts texts) {}
