import { ScrollView, View } from '@tarojs/components';
import type { StaffView } from '@/api/types';
import { Avatar } from '@/components/avatar';
import { Loaded, Skeleton } from '@/components/states';
import { useStripScroll } from '@/components/strip-scroll';
import { Tap } from '@/components/tap';
import { whenWords } from '@/lib/time';
import { draft } from './booking-store';
import { Step } from './step';
import type { Booking } from './use-booking';

/** Step two: nobody in particular first, then those who can do all that was chosen. */
export function StaffStep({ booking }: { booking: Booking }) {
  const { chosen, staff, person, today } = booking;
  return (
    <Step id="step-staff" number={2} title="选美容师" aside={person ? `已指定 ${person.name}` : ''}>
      {chosen.length === 0 ? (
        <View className="step__wait">先选好项目，再看谁有空。</View>
      ) : (
        <Loaded remote={staff} skeleton={<Skeleton lines={2} />}>
          {(people) => (
            <>
              <People people={people} chosen={person?.id} today={today} />
              {people.length === 0 && (
                <View className="note">这几项需要不同的人来做，由门店为您安排。</View>
              )}
              {person && person.bio !== '' && (
                <View className="note person__bio">{person.bio}</View>
              )}
            </>
          )}
        </Loaded>
      )}
    </Step>
  );
}

/** A person's card and the gap after it, px; see booking.scss. */
const PITCH = 124;

interface PeopleProps {
  people: StaffView[];
  chosen: string | undefined;
  today: string;
}

function People({ people, chosen, today }: PeopleProps) {
  const place = people.findIndex((one) => one.id === chosen);
  const scroll = useStripScroll(chosen, place + 1, PITCH);
  const choose = (staffId: string | undefined) => {
    scroll.tapped(staffId);
    draft.chooseStaff(staffId);
  };
  return (
    <ScrollView className="people" scrollX scrollLeft={scroll.left} enhanced showScrollbar={false}>
      <View className="people__row">
        <Anyone selected={chosen === undefined} onTap={() => choose(undefined)} />
        {people.map((one) => (
          <Person
            key={one.id}
            one={one}
            today={today}
            selected={one.id === chosen}
            onTap={() => choose(one.id)}
          />
        ))}
      </View>
    </ScrollView>
  );
}

function Anyone({ selected, onTap }: { selected: boolean; onTap(): void }) {
  return (
    <Tap id="staff-any" className="person" selected={selected} onTap={onTap}>
      <View className="person__any" />
      <View className="person__name">不指定</View>
      <View className="person__title">门店安排</View>
      <View className="person__free">时间最多</View>
    </Tap>
  );
}

interface PersonProps {
  one: StaffView;
  today: string;
  selected: boolean;
  onTap(): void;
}

function Person({ one, today, selected, onTap }: PersonProps) {
  const free = one.nextFreeAt ? `${whenWords(one.nextFreeAt, today)} 起` : '近期约满';
  return (
    <Tap
      id={`staff-${one.id}`}
      className="person"
      label={`${one.name} ${one.title} ${free}`}
      selected={selected}
      onTap={onTap}
    >
      <Avatar name={one.name} url={one.avatarUrl} />
      <View className="person__name ellipsis">{one.name}</View>
      <View className="person__title ellipsis">{one.title}</View>
      <View className="person__free figures">{free}</View>
    </Tap>
  );
}
