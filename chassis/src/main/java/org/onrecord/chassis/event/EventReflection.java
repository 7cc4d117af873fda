package org.onrecord.chassis.event;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.contracts.SourceRange;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Stance;

/** Tells native images of the records that travel over Kafka only, which Quarkus does not see. */
@RegisterForReflection(
        targets = {
            Analysis.class,
            Article.class,
            Block.class,
            BlockKind.class,
            Cue.class,
            Entity.class,
            EntityType.class,
            FetchRequest.class,
            Field.class,
            Mention.class,
            MentionKind.class,
            Outcome.class,
            OutcomeReason.class,
            Quote.class,
            QuoteKind.class,
            RemovalReason.class,
            RemovedBlock.class,
            Rights.class,
            RobotsVerdict.class,
            SourceRange.class,
            Span.class,
            Speaker.class,
            Stage.class,
            Stance.class
        })
final class EventReflection {

    private EventReflection() {}
}
