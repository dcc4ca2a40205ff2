import { Textarea, View } from '@tarojs/components';
import type { OfferedTime } from '@/api/types';
import { Fact } from '@/components/line-row';
import { Money } from '@/components/money';
import { Tap } from '@/components/tap';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { clockOf, dayWord, durationWords, monthDay, spanWords } from '@/lib/time';
import { draft } from './booking-store';
import { CallStore, WaysOn } from './care-hint';
import { findingsIn } from './care-hint-words';
import { Step } from './step';
import { cancelWords, confirmWords, priceOf } from './terms';
import type { Booking } from './use-booking';
import type { Submit } from './use-submit';

const NOTE_LENGTH = 200;

/** Step four: all of it once more, the price, the rules in plain words, and a note. */
export function ConfirmStep({ booking, submit }: { booking: Booking; submit: Submit }) {
  const { chosen, store, start } = booking;
  return (
    <Step id="step-confirm" number={4} title="确认">
      <Refusal submit={submit} booking={booking} />
      {chosen.length === 0 || !start || !store ? (
        <View className="step__wait">选好时间后，在这里核对并提交。</View>
      ) : (
        <View className="card stack">
          <Summary booking={booking} start={start} />
          <View className="terms">
            <View className="note">{confirmWords(chosen)}</View>
            <View className="note">{cancelWords(store)}</View>
            {booking.covered.size > 0 && (
              <View className="note t-session-terms">
                次数现在为您留着，到店做完才扣；取消预约会退回卡里。
              </View>
            )}
            {booking.totals.price.atLeast && (
              <View className="note">价格随美容师级别而定，约好后显示准确金额。</View>
            )}
          </View>
          <Textarea
            id="booking-note"
            className="note-field t-booking-note"
            value={booking.draft.note}
            maxlength={NOTE_LENGTH}
            autoHeight
            placeholder="想提前告诉我们的，例如：喜欢安静、最近皮肤敏感"
            placeholderClass="note-field__hint"
            aria-label="备注"
            onInput={({ detail }) => draft.writeNote(detail.value)}
          />
        </View>
      )}
    </Step>
  );
}

function Summary({ booking, start }: { booking: Booking; start: OfferedTime }) {
  const { chosen, person, store, today, day, totals } = booking;
  const date = day?.date ?? start.start.slice(0, 10);
  return (
    <View>
      <Fact name="时间">
        <View className="figures">
          {monthDay(date, today)} {dayWord(date, today)} {spanWords(start.start, start.end)}
        </View>
      </Fact>
      <Fact name="门店">{store?.name}</Fact>
      <Fact name="美容师">{person ? `${person.name}（指定）` : '不指定，由门店安排'}</Fact>
      <Fact name="项目">
        {chosen.map((service) => (
          <View key={service.id}>
            <View className="row summary__line">
              <View className="grow">{service.name}</View>
              {booking.covered.has(service.id) ? (
                <View className="summary__session t-covered">次卡 1 次</View>
              ) : (
                <Money {...priceOf(service, person?.grade)} />
              )}
            </View>
            <SessionChoice booking={booking} serviceId={service.id} />
          </View>
        ))}
      </Fact>
      <View className="row summary__total">
        <View className="grow note">共 {durationWords(totals.minutes)}</View>
        <Money {...totals.price} className="section" />
      </View>
    </View>
  );
}

/** A session that would cover it: used unless she would rather pay. */
function SessionChoice({ booking, serviceId }: { booking: Booking; serviceId: string }) {
  const offer = booking.offers.get(serviceId);
  if (!offer) return null;
  const used = booking.covered.has(serviceId);
  return (
    <Tap
      id={`session-${serviceId}`}
      className="session-choice t-session-choice"
      label={`${used ? '不用' : '用'}${offer.packageName}`}
      selected={used}
      onTap={() => draft.toggleSession(serviceId)}
    >
      <View className="session-choice__mark" />
      <View className="grow note">
        用「{offer.packageName}」
        {used && offer.leftAfter !== null && `，用后还剩 ${offer.leftAfter} 次`}
      </View>
    </Tap>
  );
}

/** What the API said no to, and the nearest free times where it knows some. */
function Refusal({ submit, booking }: { submit: Submit; booking: Booking }) {
  const { problem, alternatives } = submit;
  const { today, store } = booking;
  if (!(problem instanceof ApiProblem) || problem.status >= 500) return null;
  const isCare = problem.is('CARE_CONTRAINDICATED');
  const findings = findingsIn(problem);
  // She chose something else since.
  if (
    isCare &&
    !booking.chosen.some(({ id }) => findings.some(({ serviceId }) => serviceId === id))
  )
    return null;
  return (
    <View className="alert t-booking-problem" id="booking-problem" role="alert">
      <View>{sentenceOf(problem)}</View>
      {store && isCare && <WaysOn store={store} findings={findings} />}
      {store && problem.is('BOOK_BY_PHONE') && <CallStore store={store} />}
      {alternatives.length > 0 && (
        <View className="alternatives">
          {alternatives.map((time) => (
            <Tap
              key={time.start}
              id={`alternative-${clockOf(time.start).replace(':', '')}`}
              className="alternative figures"
              onTap={() => submit.takeAlternative(time)}
            >
              {dayWord(time.start.slice(0, 10), today)} {clockOf(time.start)}
            </Tap>
          ))}
        </View>
      )}
    </View>
  );
}
