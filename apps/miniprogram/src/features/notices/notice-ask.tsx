import { View } from '@tarojs/components';
import { useState } from 'react';
import { reportSubscriptions, useMessageTemplates, type Occasion } from '@/api/messages';
import { Button } from '@/components/button';
import { platform } from '@/platform';
import './notice-ask.scss';

interface NoticeAskProps {
  occasion: Occasion;
  /** The visit that it is for: asked for is what matters most for it and is not allowed yet. */
  visitId?: string;
  label: string;
  kind?: 'primary' | 'plain';
  /** What is said once she allowed it, and once she did not. */
  allowed: string;
  declined: string;
}

type Asked = 'not-yet' | 'allowed' | 'declined';
/** WeChat takes no more in one tap. */
const MOST_TEMPLATES = 3;

/** Asks for consent to service notices, after a booking or a payment and beside her coupons only; nothing where the salon has none. */
export function NoticeAsk({
  occasion,
  visitId,
  label,
  kind = 'primary',
  ...words
}: NoticeAskProps) {
  const templates = useMessageTemplates(visitId);
  const [asked, setAsked] = useState<Asked>('not-yet');
  const ids = (templates.data ?? [])
    .filter((template) => template.occasion === occasion)
    .filter(({ credits }) => visitId === undefined || credits === 0)
    .map(({ templateId }) => templateId)
    .slice(0, MOST_TEMPLATES);
  if (asked !== 'not-yet')
    return <View className="notice-ask note t-notice-asked">{words[asked]}</View>;
  if (ids.length === 0) return null;
  const ask = () => {
    // WeChat only asks inside the tap itself: nothing is awaited before this call.
    void platform.requestSubscribe(ids).then(
      (results) => {
        setAsked(Object.values(results).includes('accept') ? 'allowed' : 'declined');
        return reportSubscriptions(results);
      },
      () => setAsked('declined'),
    );
  };
  return (
    <Button id="notice-allow" kind={kind} onTap={ask}>
      {label}
    </Button>
  );
}
